import type { AskedIndex } from '../../src/answer/retrieve/asked-index.ts'
import { orderPassages } from '../../src/answer/retrieve/order-passages.ts'
import { rankFound } from '../../src/answer/retrieve/rank-found.ts'
import { rankNorms } from '../../src/answer/retrieve/rank-norms.ts'
import type { RankingWeights } from '../../src/answer/retrieve/weights.ts'
import type { Queries } from '../../src/store/database.ts'
import type { CollectedCase } from './collect-found.ts'
import { namesOf, type NormNames } from './queries/read-norm-names.ts'
import { PASSAGES_READ } from './rank-norms.ts'

/** What ranking needs once everything was found. */
export interface RankingParts {
  database: Queries
  asked: AskedIndex
  names: NormNames
}

/** Makes one ranking of norms of what the ways of searching found, as `rankNorms` does. */
export type Combine = typeof rankNorms

/** Ranks what was collected by the steps of `retrieve`, with weights of the caller's choice: names of norms, best first. */
export async function rankCollected(
  { database, asked: index, names }: RankingParts,
  { asked: { inquiry, register }, named, lists }: CollectedCase,
  weights: RankingWeights,
  combine: Combine = rankNorms,
): Promise<string[]> {
  const ranked = await rankFound({ database, asked: index }, { inquiry, register, named, lists }, weights, combine)
  return namesOf(orderPassages(ranked, named).slice(0, PASSAGES_READ), names)
}
