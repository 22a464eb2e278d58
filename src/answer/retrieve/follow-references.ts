import type { LawName } from '../../law/answer.ts'
import { resolveLaw } from '../../law/references/resolve-law.ts'
import type { Queries } from '../../store/database.ts'
import { findNamedNorms, type NamedNorm } from '../../store/find-named-norms.ts'
import { findReferencesOf, type NormReference } from '../../store/find-references-of.ts'
import type { Scope } from '../../store/scope.ts'
import { note, type RankedNorm, sortNorms } from './rank-norms.ts'

/** So many leading norms bring along what they refer to: further down it is chance what is cited. */
const LEADING = 3

/**
 * The ranking with the norms that its leading norms refer to: each gets a share of the score of the norm that cites it,
 * divided by the root of how many that one cites, so that a hit on § 36a brings § 27 and § 29 along.
 */
export async function followReferences(
  queries: Queries,
  ranked: RankedNorm[],
  register: LawName[],
  scope: Scope,
  share: number,
): Promise<RankedNorm[]> {
  const leading = new Map(ranked.slice(0, LEADING).map((norm) => [norm.normId, norm]))
  if (share === 0 || leading.size === 0) return ranked
  const citing = new Map<string, { named: NamedNorm; by: RankedNorm[] }>()
  for (const reference of await findReferencesOf(queries, [...leading.keys()])) {
    const documentId = documentOf(reference, register)
    const source = leading.get(reference.normId)
    if (documentId === null || !source) continue
    const key = `${documentId} ${reference.norm}`
    const entry = citing.get(key) ?? { named: { ...reference, documentId }, by: [] }
    if (!entry.by.includes(source)) entry.by.push(source)
    citing.set(key, entry)
  }
  const entries = [...citing.values()]
  const sizes = new Map(
    [...leading.values()].map((norm) => [norm, entries.filter(({ by }) => by.includes(norm)).length]),
  )
  const gains = new Map(
    entries.map(({ named, by }) => [
      `${named.documentId} ${named.norm}`,
      by.reduce((sum, norm) => sum + (share * norm.score) / Math.sqrt(sizes.get(norm) ?? 1), 0),
    ]),
  )
  const norms = new Map(ranked.map((norm) => [norm.normId, { ...norm, passages: [...norm.passages] }]))
  const passages = await findNamedNorms(
    queries,
    entries.map(({ named }) => named),
    scope,
  )
  for (const { normId, rowId, documentId, norm: name } of passages) {
    const norm = norms.get(normId) ?? { normId, documentId, norm: name, score: 0, passages: [] }
    norm.score += gains.get(`${documentId} ${name}`) ?? 0
    note(norm.passages, rowId, 0, { by: 'cited' })
    norms.set(normId, norm)
  }
  return sortNorms([...norms.values()])
}

function documentOf({ law, documentId }: NormReference, register: LawName[]): string | null {
  return law === null ? documentId : (resolveLaw(law, register)?.documentId ?? null)
}
