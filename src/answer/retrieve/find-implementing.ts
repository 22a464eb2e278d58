import type { LawName } from '../../law/answer.ts'
import { covers } from '../../law/references/expand-range.ts'
import { lawAliases } from '../../law/references/law-aliases.ts'
import { meantLaw } from '../../law/references/meant-law.ts'
import { rangeOf } from '../../law/references/range-of.ts'
import type { Queries } from '../../store/database.ts'
import { findImplementingSections, type ImplementingSection } from '../../store/find-implementing-sections.ts'
import { hasDecrees } from '../../store/has-decrees.ts'
import type { Found } from '../../store/find-passages.ts'
import type { Scope } from '../../store/scope.ts'
import { note, type RankedNorm, sortNorms } from './rank-norms.ts'

/** So many leading norms, and as many that the question names, bring along what carries them out. */
const LEADING = 3
/** So many sections come along for one norm, and for all together: a norm may have hundreds. */
const PER_NORM = 2
const ALTOGETHER = 4

/**
 * Share of a norm's score that such a section gets: enough to stand among the passages an answer is looked for in. Not
 * fitted, there are no development questions on decrees.
 */
const SHARE = 0.5

/** Of so many norms found, decrees are preferred to others that carry the same norm out. */
const LOOKED_AT = 50

const closeness = { section: 2, document: 1, cites: 0 }

/**
 * The ranking with the sections of decrees and papers that carry out its leading norms, or else cite them: each gets a
 * share of the score of that norm, which it so stays below unless the search found it by itself. Of many the search decides,
 * then how close they are to the norm, then the newer.
 */
export async function findImplementing(
  queries: Queries,
  ranked: RankedNorm[],
  named: Found[],
  register: LawName[],
  scope: Scope,
): Promise<RankedNorm[]> {
  const leading = leadingNorms(ranked, named)
  if (leading.length === 0 || !(await hasDecrees(queries))) return ranked
  const laws = register.filter(({ documentId }) => leading.some((norm) => norm.documentId === documentId))
  const names = leading.map(({ norm }) => norm)
  const found = ranked.slice(0, LOOKED_AT).map(({ documentId }) => documentId)
  const asked = { names, laws: laws.flatMap(writtenNames), found: [...new Set(found)] }
  const sections = await findImplementingSections(queries, asked, scope)
  const norms = new Map(ranked.map((norm) => [norm.normId, { ...norm, passages: [...norm.passages] }]))
  const scores = new Map(ranked.map(({ normId, score }) => [normId, score]))
  const taken = new Set<number>()
  for (const norm of leading) {
    const own = sections
      .filter((section) => concerns(section, norm, register))
      .flatMap((section) => placesOf(section, ranked))
      .toSorted((a, b) => (scores.get(b.normId) ?? 0) - (scores.get(a.normId) ?? 0) || byCloseness(a, b))
    for (const section of own.slice(0, PER_NORM)) {
      if (taken.has(section.normId) || taken.size === ALTOGETHER) continue
      taken.add(section.normId)
      const { normId, documentId, rowId } = section
      const known = norms.get(normId) ?? { normId, documentId, norm: section.section, score: 0, passages: [] }
      known.score += SHARE * norm.score
      note(known.passages, rowId, 0, { by: 'implements' })
      norms.set(normId, known)
    }
  }
  return sortNorms([...norms.values()])
}

/** The best of what was found, and what the question names, which counts like the best. */
function leadingNorms(ranked: RankedNorm[], named: Found[]): RankedNorm[] {
  const best = ranked[0]?.score ?? 1
  const asked = named.map(({ normId, documentId, norm }) => ({ normId, documentId, norm, score: best, passages: [] }))
  const firstNamed = [...new Map(asked.map((norm) => [norm.normId, norm])).values()].slice(0, LEADING)
  return [...new Map([...ranked.slice(0, LEADING), ...firstNamed].map((norm) => [norm.normId, norm])).values()]
}

function concerns(section: ImplementingSection, norm: RankedNorm, register: LawName[]): boolean {
  if (
    section.documentId === norm.documentId ||
    !covers(rangeOf(section.norm, section.to, section.following), norm.norm)
  )
    return false
  return meantLaw(section.laws, register) === norm.documentId
}

/** Where a decree as a whole carries a norm out, its sections that the search found stand for it. */
function placesOf(section: ImplementingSection, ranked: RankedNorm[]): ImplementingSection[] {
  if (section.how !== 'document') return [section]
  const found = ranked.filter(({ documentId }) => documentId === section.documentId).slice(0, PER_NORM)
  const places = found.flatMap(({ normId, norm, passages }) =>
    passages.slice(0, 1).map(({ rowId }) => ({ ...section, normId, rowId, section: norm })),
  )
  return places.length > 0 ? places : [section]
}

function byCloseness(a: ImplementingSection, b: ImplementingSection): number {
  return closeness[b.how] - closeness[a.how] || b.begins.localeCompare(a.begins) || a.rowId - b.rowId
}

/** As a decree writes a law beside a §. */
function writtenNames(law: LawName): string[] {
  return [...new Set([law.abbreviation, ...law.names, ...lawAliases(law)])].flatMap((name) => [
    name,
    `${name}s`,
    `${name}es`,
  ])
}
