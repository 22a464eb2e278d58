import type { LawName, ResolvedReference } from '../../law/answer.ts'
import type { RankedPassage } from '../../law/passage.ts'
import type { Queries } from '../../store/database.ts'
import { loadPassages } from '../../store/find-passages.ts'
import type { Scope } from '../../store/scope.ts'
import { findByReferences } from './find-by-references.ts'

/** The passages a reference names, as in force on the day: those of its Absatz where the norm has it, else the norm's. */
export async function findCited(
  queries: Queries,
  reference: ResolvedReference,
  register: LawName[],
  scope: Scope,
): Promise<RankedPassage[]> {
  const found = await findByReferences(queries, [reference], register, scope)
  const passages = await loadPassages(
    queries,
    found.map(({ rowId }) => rowId),
    scope.asOf,
  )
  const whole = found.flatMap(({ rowId, score }, place): RankedPassage[] => {
    const passage = passages.get(rowId)
    return passage ? [{ ...passage, rank: place + 1, score, why: [{ by: 'reference' }] }] : []
  })
  const named = whole.filter(({ paragraph }) => paragraph === reference.paragraph)
  return reference.to === undefined && named.length > 0 ? named : whole
}
