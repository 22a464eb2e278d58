import type { Inquiry, LawName } from '../../law/answer.ts'
import type { Queries } from '../../store/database.ts'
import type { Found } from '../../store/find-passages.ts'
import { addDefinitions } from './add-definitions.ts'
import type { AskedIndex } from './asked-index.ts'
import { followReferences } from './follow-references.ts'
import { orderPassages, type OrderedPassage } from './order-passages.ts'
import { type FoundLists, rankNorms } from './rank-norms.ts'
import type { RankingWeights } from './weights.ts'

/** Everything that was found for an inquiry: what it names, and what each way of searching gave. */
export interface FoundForInquiry {
  inquiry: Inquiry
  register: LawName[]
  named: Found[]
  lists: FoundLists
}

/** Puts what was found in order: ranked norm by norm, with what the leading norms refer to and the words they use. */
export async function rankFound(
  { database, asked }: { database: Queries; asked: AskedIndex },
  { inquiry: { question }, register, named, lists }: FoundForInquiry,
  weights: RankingWeights,
  combine: typeof rankNorms = rankNorms,
): Promise<OrderedPassage[]> {
  const ranked = combine(lists, asked, weights)
  const followed = await followReferences(database, ranked, register, question, weights.cited)
  const defined = await addDefinitions(database, followed, question.text, question, weights.defined)
  return orderPassages(defined, named)
}
