import type { Queries } from './database.ts'
import type { EmbeddingIndex } from './embedding-index.ts'

/** The indexes that do not answer: half filled, or switched away from. */
export function findIdleIndexes({ query }: Queries): Promise<EmbeddingIndex[]> {
  return query<EmbeddingIndex>('select id, model, dimension from embedding_indexes where not active order by id')
}
