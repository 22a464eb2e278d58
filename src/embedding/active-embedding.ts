import type { EmbeddingModel } from '../models/embed.ts'
import type { Queries } from '../store/database.ts'
import { type EmbeddingIndex, findActiveIndex } from '../store/embedding-index.ts'
import type { Embeddings } from './embeddings.ts'

export interface ActiveEmbedding {
  index: EmbeddingIndex
  /** Null where this process cannot ask the index's model. */
  embedding: EmbeddingModel | null
}

/**
 * The index that answers now and its model. Asked anew for each use, because any process may switch at any time;
 * vectors of the two belong together, and no others are compared. Null where nothing was ever stored.
 */
export async function activeEmbedding(parts: {
  database: Queries
  embeddings: Embeddings
}): Promise<ActiveEmbedding | null> {
  const index = await findActiveIndex(parts.database)
  return index && { index, embedding: await parts.embeddings.of(index) }
}
