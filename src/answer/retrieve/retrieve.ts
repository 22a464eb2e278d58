import { activeEmbedding } from '../../embedding/active-embedding.ts'
import type { Embeddings } from '../../embedding/embeddings.ts'
import type { Inquiry } from '../../law/answer.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { EmbeddingModelError } from '../../models/embedding-model-error.ts'
import type { Database } from '../../store/database.ts'
import { findActiveIndex } from '../../store/embedding-index.ts'
import { type Found, findByText, findByVector, loadPassages, type Scope } from '../../store/find-passages.ts'
import { searchWords } from '../../text/words.ts'
import { findByReferences } from './find-by-references.ts'
import { fuse } from './fuse.ts'

/** What retrieving needs, handed in. */
export interface RetrieveParts {
  database: Database
  embeddings: Embeddings
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

/**
 * Without its embedding model the search goes on by words alone; the hits' `why` shows it. An index that was switched
 * away from meanwhile may already be half removed: then the new one is searched.
 */
async function findNear(parts: RetrieveParts, text: string, scope: Scope): Promise<Found[]> {
  const active = await activeEmbedding(parts)
  if (!active?.embedding) return []
  const vectors = await active.embedding.embed([text], 'query').catch((error: unknown) => {
    if (error instanceof EmbeddingModelError) return []
    throw error
  })
  const found = vectors[0] ? await findByVector(parts.database, active.index, vectors[0], scope, DEPTH) : []
  const now = await findActiveIndex(parts.database)
  return now?.id === active.index.id ? found : findNear(parts, text, scope)
}
