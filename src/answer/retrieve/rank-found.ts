import type { Inquiry, LawName } from '../../law/answer.ts'
import type { Queries } from '../../store/database.ts'
import type { Found } from '../../store/find-passages.ts'
import { addDefinitions } from './add-definitions.ts'
import type { AskedIndex } from './asked-index.ts'
import { findImplementing } from './find-implementing.ts'
import { followReferences } from './follow-references.ts'
import { type FoundLists, type RankedNorm, rankNorms } from './rank-norms.ts'
import type { RankingWeights } from './weights.ts'

/** Everything that was found for an inquiry: what it names, and what each way of searching gave; null where none was asked. */
export interface FoundForInquiry {
  inquiry: Inquiry
  register: LawName[]
  named: Found[]
  lists: FoundLists | null
}

/** Ranks what was found norm by norm, with what the leading norms refer to, the definitions of the words they use, and the decrees that carry them out. */
export async function rankFound(
  { database, asked }: { database: Queries; asked: AskedIndex },
  { inquiry: { question }, register, named, lists }: FoundForInquiry,
  weights: RankingWeights,
  combine: typeof rankNorms = rankNorms,
): Promise<RankedNorm[]> {
  const ranked = lists ? combine(lists, asked, weights) : asRanked(named)
  const followed = await followReferences(database, ranked, register, question, weights.cited)
  const defined = await addDefinitions(database, followed, question.text, question, weights.defined)
  return findImplementing(database, defined, named, register, question)
}

/** The norms named, in order, as if they were what a search had found. */
function asRanked(named: Found[]): RankedNorm[] {
  const norms = named.map(({ normId, documentId, norm }) => ({ normId, documentId, norm, score: 1, passages: [] }))
  return [...new Map(norms.map((norm) => [norm.normId, norm])).values()]
}
