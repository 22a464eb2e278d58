import type { Absence } from '../law/absence.ts'
import type { Inquiry, LawName, ResolvedReference } from '../law/answer.ts'
import { dayBefore, germanDay, type Day } from '../law/day.ts'
import type { NormLookup } from '../law/library.ts'
import type { RankedPassage } from '../law/passage.ts'
import { covers } from '../law/references/expand-range.ts'
import { formatLabel } from '../law/references/label.ts'

const maxLookups = 20

/**
 * What the question names in vain: a norm that did not exist or was not in force on the day, an Absatz it does not have,
 * a law outside the collection, a decision. What is among the passages found need not be looked up. `all`: the question
 * names nothing else, so that nothing found could be what was meant.
 */
export async function findAbsences(
  inquiry: Inquiry,
  register: LawName[],
  found: RankedPassage[],
  findNorm: (documentId: string, norm: string, asOf: Day) => Promise<NormLookup>,
): Promise<{ absences: Absence[]; all: boolean }> {
  const { asOf } = inquiry.question
  const named = inquiry.references.slice(0, maxLookups)
  const checked = await Promise.all(
    named.map(async (reference) => {
      const law = register.find(({ documentId }) => documentId === reference.documentId)
      if (!law) return whole(outside(reference))
      if (reference.norm === null || found.some((passage) => isMeant(passage, reference))) return null
      const nameOf = (paragraph: string | null) =>
        formatLabel({
          norm: reference.norm,
          paragraph,
          document: { kind: 'statute', abbreviation: law.abbreviation, invented: false },
        })
      const lookup = await findNorm(law.documentId, reference.norm, asOf)
      return whole(absent(nameOf(null), lookup, asOf)) ?? part(withoutParagraph(nameOf, lookup, reference, asOf))
    }),
  )
  const missing = checked.filter((each) => each !== null)
  const absences = missing.map(({ absence }) => absence)
  // A question that also names a known law by itself can be answered from that one.
  const elsewhere = inquiry.documentIds.length > 0 && absences.every(({ reason }) => reason === 'out_of_scope')
  return {
    absences,
    all: absences.length > 0 && missing.filter((each) => each.whole).length === named.length && !elsewhere,
  }
}

/** A norm that is there, found by its name and with the Absatz named; of a range one norm is enough. */
function isMeant({ document, norm, paragraph, why }: RankedPassage, reference: ResolvedReference): boolean {
  const named = norm !== null && document.id === reference.documentId && why.some(({ by }) => by === 'reference')
  return named && covers(reference, norm) && (reference.paragraph === null || reference.paragraph === paragraph)
}

interface Missing {
  absence: Absence
  /** False where only the part named is missing, and its norm can answer. */
  whole: boolean
}

function whole(absence: Absence | null): Missing | null {
  return absence && { absence, whole: true }
}

function part(absence: Absence | null): Missing | null {
  return absence && { absence, whole: false }
}

function outside({ kind, text, law, documentId }: ResolvedReference): Absence | null {
  if (kind === 'case') {
    if (documentId !== null) return null
    const message = `${text}: Diese Entscheidung ist in dieser Sammlung nicht enthalten. Bitte die Angabe prüfen.`
    return { reason: 'out_of_scope', message }
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

/** Says nothing of norms without Absätze: „§ 1 Abs. 1“ is often written of them. */
function withoutParagraph(
  nameOf: (paragraph: string | null) => string,
  lookup: NormLookup,
  { paragraph }: ResolvedReference,
  asOf: Day,
): Absence | null {
  const numbers = lookup.found ? lookup.norm.passages.map((passage) => passage.paragraph) : []
  if (paragraph === null || numbers.includes(paragraph) || numbers.every((number) => number === null)) return null
  const message = `${nameOf(paragraph)} gab es am ${germanDay(asOf)} nicht; die übrigen Absätze von ${nameOf(null)} gibt es.`
  return { reason: 'no_evidence', message }
}
