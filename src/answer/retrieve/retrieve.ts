import type { Inquiry, LawName } from '../../law/answer.ts'
import type { Day } from '../../law/day.ts'
import type { RankedPassage } from '../../law/passage.ts'
import type { Queries } from '../../store/database.ts'
import { findCompounds } from '../../store/find-compounds.ts'
import { findByText, loadPassages } from '../../store/find-passages.ts'
import { searchWords } from '../../text/words.ts'
import { type AskedParts, findAsked } from './find-asked.ts'
import { findByReferences } from './find-by-references.ts'
import { findNear, type NearParts } from './find-near.ts'
import { orderPassages, type OrderedPassage } from './order-passages.ts'
import { promoteNamedDecrees } from './promote-named-decrees.ts'
import { rankFound } from './rank-found.ts'
import type { FoundLists } from './rank-norms.ts'
import { type RerankParts, rerankNorms } from './rerank-norms.ts'
import { rankingWeights } from './weights.ts'

/** What retrieving needs, handed in. */
export type RetrieveParts = NearParts & AskedParts & RerankParts

/** Share of the passages that is kept for the kind of source a question asks for. */
const WANTED = 0.5

/** How many passages each way of searching gives before they are ranked as norms. */
export const DEPTH = 200

/**
 * The passages that may answer an inquiry, best first, at most `limit`. Day, territory and kinds narrow the search
 * before anything is ranked. What the question names is found exactly and comes first; full text, vectors and the
 * questions people ask follow, ranked together norm by norm. A question that is nothing but names gets these and what
 * they refer to. A reranker, where one is set up, reads the best of what was only searched for. What a question asks for
 * by its kind (`was sagt der Erlass …`) stands before the law. Each passage says why it was found.
 */
export async function retrieve(
  parts: RetrieveParts,
  inquiry: Inquiry,
  register: LawName[],
  limit: number,
): Promise<RankedPassage[]> {
  const found = await findPassages(parts, inquiry, register, limit)
  const { wanted, question } = inquiry
  if (!wanted || question.kinds !== null) return found
  const ofKinds = { ...inquiry, question: { ...question, kinds: wanted.kinds } }
  const asked = await findPassages(parts, ofKinds, register, Math.ceil(limit * WANTED))
  const others = found.filter(({ id }) => !asked.some((passage) => passage.id === id))
  return [...asked, ...others].slice(0, limit).map((passage, place) => ({ ...passage, rank: place + 1 }))
}

async function findPassages(
  parts: RetrieveParts,
  inquiry: Inquiry,
  register: LawName[],
  limit: number,
): Promise<RankedPassage[]> {
  const { question } = inquiry
  const named = await findByReferences(parts.database, inquiry.references, register, question)
  const lookUp = inquiry.namesOnly && named.length > 0
  const lists = lookUp ? null : await search(parts, inquiry)
  const ranked = await rankFound(parts, { inquiry, register, named, lists }, rankingWeights)
  const reranked = lookUp ? ranked : await rerankNorms(parts, question, ranked, named)
  const promoted = await promoteNamedDecrees(parts.database, reranked, inquiry)
  return load(parts.database, orderPassages(promoted, named).slice(0, limit), question.asOf)
}

/** What each way of searching finds for an inquiry. */
export async function search(parts: RetrieveParts, inquiry: Inquiry): Promise<FoundLists> {
  const { question, meanings, added, searchText } = inquiry
  const words = searchWords(searchText)
  const meant = [...meanings, ...added, ...(await findCompounds(parts.database, words))]
  const said = { words: words.join(' '), meanings: meant.join(' ') }
  return {
    text: await findByText(parts.database, said, question, DEPTH),
    vector: await findNear(parts, question.text, question, DEPTH),
    asked: await findAsked(parts, inquiry),
  }
}

async function load(queries: Queries, ordered: OrderedPassage[], asOf: Day): Promise<RankedPassage[]> {
  const rowIds = ordered.map(({ rowId }) => rowId)
  const passages = await loadPassages(queries, rowIds, asOf)
  return ordered.flatMap(({ rowId, score, why }, place) => {
    const passage = passages.get(rowId)
    return passage ? [{ ...passage, rank: place + 1, score, why }] : []
  })
}
