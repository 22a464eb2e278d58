import type { Inquiry } from '../../law/answer.ts'
import type { RankedPassage } from '../../law/passage.ts'
import type { EmbeddingModel } from '../../models/embed.ts'
import { EmbeddingModelError } from '../../models/embedding-model-error.ts'
import type { Database } from '../../store/database.ts'
import type { EmbeddingIndex } from '../../store/embedding-index.ts'
import { type Found, findByText, findByVector, loadPassages, type Scope } from '../../store/find-passages.ts'
import { searchWords } from '../../text/words.ts'
import { findByReferences } from './find-by-references.ts'
import { fuse } from './fuse.ts'

/** What retrieving needs, handed in. */
export interface RetrieveParts {
  database: Database
  index: EmbeddingIndex
  embedding: EmbeddingModel
}

/** How deep each way of searching looks before the lists are fused. */
const DEPTH = 100

/**
 * The passages that may answer an inquiry, best first, at most `limit`. Day, territory and kinds narrow the search
 * before anything is ranked. What the question names is found exactly and comes first; full text and vectors follow,
 * fused by rank. Each passage says why it was found.
 */
export async function retrieve(parts: RetrieveParts, inquiry: Inquiry, limit: number): Promise<RankedPassage[]> {
  const { asOf, territory, kinds, text } = inquiry.question
  const scope: Scope = { asOf, territory, kinds }
  const named = await findByReferences(parts.database, inquiry.references, scope)
  const asked = { words: searchWords(text).join(' '), meanings: inquiry.meanings.join(' ') }
  const words = await findByText(parts.database, asked, scope, DEPTH)
  const near = await findNear(parts, text, scope)
  const ranked = fuse({ reference: named, text: words, vector: near }).slice(0, limit)
  const passages = await loadPassages(
    parts.database,
    ranked.map((found) => found.rowId),
    asOf,
  )
  return ranked.flatMap(({ rowId, score, why }, place) => {
    const passage = passages.get(rowId)
    return passage ? [{ ...passage, rank: place + 1, score, why }] : []
  })
}

/** Without its embedding model the search goes on by words alone; the hits' `why` shows it. */
async function findNear({ database, index, embedding }: RetrieveParts, text: string, scope: Scope): Promise<Found[]> {
  const vectors = await embedding.embed([text], 'query').catch((error: unknown) => {
    if (error instanceof EmbeddingModelError) return []
    throw error
  })
  return vectors[0] ? findByVector(database, index, vectors[0], scope, DEPTH) : []
}
