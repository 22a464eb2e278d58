import type { AbstentionReason, Inquiry, LawName, ResolvedReference } from '../law/answer.ts'
import { dayBefore, germanDay, type Day } from '../law/day.ts'
import type { NormLookup } from '../law/library.ts'
import { formatLabel } from '../law/references/label.ts'

/** Something the question names and the collection does not have on that day. */
export interface Absence {
  reason: Extract<AbstentionReason, 'not_in_force' | 'no_evidence' | 'out_of_scope'>
  /** German sentence that names it and says why. */
  message: string
}

const maxLookups = 20

/**
 * What the question names in vain: a norm that did not exist or was not in force on the day, a law outside the
 * collection, a decision. `all`: it names nothing else, so that nothing found could be what was meant.
 */
export async function findAbsences(
  inquiry: Inquiry,
  register: LawName[],
  findNorm: (documentId: string, norm: string, asOf: Day) => Promise<NormLookup>,
): Promise<{ absences: Absence[]; all: boolean }> {
  const { asOf } = inquiry.question
  const named = inquiry.references.slice(0, maxLookups)
  const checked = await Promise.all(
    named.map(async (reference) => {
      const law = register.find(({ documentId }) => documentId === reference.documentId)
      if (!law) return outside(reference)
      if (reference.norm === null) return null
      const name = formatLabel({
        ...reference,
        paragraph: null,
        path: [],
        abbreviation: law.abbreviation,
        invented: false,
      })
      return absent(name, await findNorm(law.documentId, reference.norm, asOf), asOf)
    }),
  )
  const absences = checked.filter((absence) => absence !== null)
  // A question that also names a known law by itself can be answered from that one.
  const elsewhere = inquiry.documentIds.length > 0 && absences.every(({ reason }) => reason === 'out_of_scope')
  return { absences, all: absences.length > 0 && absences.length === named.length && !elsewhere }
}

function outside({ kind, text, law }: ResolvedReference): Absence | null {
  if (kind === 'case') {
    return { reason: 'out_of_scope', message: `${text}: Entscheidungen sind in dieser Sammlung nicht enthalten.` }
  }
  // A bare „§ 5“ belongs to whatever law the passages found are of.
  if (law === null) return null
  return { reason: 'out_of_scope', message: `${law}: Dieses Gesetz ist in dieser Sammlung nicht enthalten.` }
}

/** Days of the collection, not of the Federal Law Gazette: a first text seen later says nothing about the day before. */
function absent(name: string, lookup: NormLookup, asOf: Day): Absence | null {
  const day = germanDay(asOf)
  if (lookup.found) {
    if (!lookup.norm.repealed) return null
    return { reason: 'not_in_force', message: `${name} galt am ${day} nicht mehr: Die Vorschrift ist weggefallen.` }
  }
  if (lookup.reason === 'not_yet') {
    const from = germanDay(lookup.from)
    const message = `${name} galt am ${day} noch nicht; in der Sammlung steht die Vorschrift erst ab ${from}.`
    return { reason: 'not_in_force', message }
  }
  if (lookup.reason === 'no_longer') {
    const until =
      lookup.until === null ? '' : `; in der Sammlung steht die Vorschrift bis ${germanDay(dayBefore(lookup.until))}`
    return { reason: 'not_in_force', message: `${name} galt am ${day} nicht mehr${until}.` }
  }
  return { reason: 'no_evidence', message: `${name} gibt es in dieser Sammlung nicht. Bitte die Angabe prüfen.` }
}
