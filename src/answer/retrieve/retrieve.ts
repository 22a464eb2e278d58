import type { Inquiry, LawName } from '../../law/answer.ts'
import { type Day, toDay } from '../../law/day.ts'
import type { RankedPassage } from '../../law/passage.ts'
import type { EmbeddingModel } from '../../models/embed.ts'
import { EmbeddingModelError } from '../../models/embedding-model-error.ts'
import type { Database, Queries } from '../../store/database.ts'
import type { EmbeddingIndex } from '../../store/embedding-index.ts'
import { findCompounds } from '../../store/find-compounds.ts'
import { findNamedNorms } from '../../store/find-named-norms.ts'
import { type Found, findByText, findByVector, loadPassages } from '../../store/find-passages.ts'
import type { Scope } from '../../store/scope.ts'
import { searchWords } from '../../text/words.ts'
import type { AskedIndex } from './asked-index.ts'
import { findByReferences } from './find-by-references.ts'
import { followReferences } from './follow-references.ts'
import { orderPassages, type OrderedPassage } from './order-passages.ts'
import { type FoundLists, rankNorms } from './rank-norms.ts'
import { rankingWeights } from './weights.ts'

/** What retrieving needs, handed in. */
export interface RetrieveParts {
  database: Database
  index: EmbeddingIndex
  embedding: EmbeddingModel
  asked: AskedIndex
}

/** How many passages each way of searching gives before they are ranked as norms. */
const DEPTH = 200

/**
 * The passages that may answer an inquiry, best first, at most `limit`. Day, territory and kinds narrow the search
 * before anything is ranked. What the question names is found exactly and comes first; full text, vectors and the
 * questions people ask follow, ranked together norm by norm. Each passage says why it was found.
 */
export async function retrieve(
  parts: RetrieveParts,
  inquiry: Inquiry,
  register: LawName[],
  limit: number,
): Promise<RankedPassage[]> {
  const scope: Scope = inquiry.question
  const named = await findByReferences(parts.database, inquiry.references, register, scope)
  const ranked = rankNorms(await search(parts, inquiry), parts.asked, rankingWeights)
  const followed = await followReferences(parts.database, ranked, register, scope, rankingWeights.cited)
  return load(parts.database, orderPassages(followed, named).slice(0, limit), scope.asOf)
}

/** What each way of searching finds for an inquiry. */
export async function search(parts: RetrieveParts, inquiry: Inquiry): Promise<FoundLists> {
  const scope: Scope = inquiry.question
  const { text } = inquiry.question
  const words = searchWords(text)
  const meanings = [...inquiry.meanings, ...(await findCompounds(parts.database, words))]
  const said = { words: words.join(' '), meanings: meanings.join(' ') }
  return {
    text: await findByText(parts.database, said, scope, DEPTH),
    vector: await findNear(parts, text, scope),
    asked: await findAsked(parts, inquiry, scope),
  }
}

/** Without its embedding model the search goes on by words alone; the hits' `why` shows it. */
async function findNear({ database, index, embedding }: RetrieveParts, text: string, scope: Scope): Promise<Found[]> {
  const vectors = await embedding.embed([text], 'query').catch((error: unknown) => {
    if (error instanceof EmbeddingModelError) return []
    throw error
  })
  const [vector] = vectors
  return vector?.some((value) => value !== 0) ? findByVector(database, index, vector, scope, DEPTH) : []
}

/** The day of the law for which the bundled questions were written: a norm that dealt with something else then is not meant. */
const ASKED_FOR: Day = toDay('2025-03-05')
const ASKED_NORMS = 100

async function findAsked(
  { database, asked }: RetrieveParts,
  { question, meanings }: Inquiry,
  scope: Scope,
): Promise<Found[]> {
  const norms = asked.search(question.text, meanings, ASKED_NORMS)
  const scores = new Map(norms.map(({ documentId, norm, score }) => [`${documentId} ${norm}`, score]))
  const passages = await findNamedNorms(database, norms, scope, ASKED_FOR)
  return passages
    .map(({ rowId, normId, documentId, norm }) => {
      return { rowId, normId, documentId, norm, score: scores.get(`${documentId} ${norm}`) ?? 0 }
    })
    .toSorted((a, b) => b.score - a.score || a.rowId - b.rowId)
}

async function load(queries: Queries, ordered: OrderedPassage[], asOf: Day): Promise<RankedPassage[]> {
  const passages = await loadPassages(
    queries,
    ordered.map(({ rowId }) => rowId),
    asOf,
  )
  return ordered.flatMap(({ rowId, score, why }, place) => {
    const passage = passages.get(rowId)
    return passage ? [{ ...passage, rank: place + 1, score, why }] : []
  })
}
