import { activeEmbedding } from '../../embedding/active-embedding.ts'
import type { Embeddings } from '../../embedding/embeddings.ts'
import { EmbeddingModelError } from '../../models/embedding-model-error.ts'
import type { Database } from '../../store/database.ts'
import { findActiveIndex } from '../../store/embedding-index.ts'
import { findByVector } from '../../store/find-by-vector.ts'
import type { Found } from '../../store/found.ts'
import type { Scope } from '../../store/scope.ts'

/** What searching by meaning needs, handed in. */
export interface NearParts {
  database: Database
  embeddings: Embeddings
}

/**
 * Passages whose vectors are nearest to the question's. Without its embedding model there are none and the search goes on
 * by words alone; the hits' `why` shows it. An index that was switched away from meanwhile may already be half removed:
 * then the new one is searched.
 */
export async function findNear(parts: NearParts, text: string, scope: Scope, limit: number): Promise<Found[]> {
  const active = await activeEmbedding(parts)
  if (!active?.embedding) return []
  const vectors = await active.embedding.embed([text], 'query').catch((error: unknown) => {
    if (error instanceof EmbeddingModelError) return []
    throw error
  })
  const [vector] = vectors
  // A text without a known word is a vector of zeros, near to nothing.
  if (!vector?.some((value) => value !== 0)) return []
  const found = await findByVector(parts.database, active.index, vector, scope, limit)
  const now = await findActiveIndex(parts.database)
  return now?.id === active.index.id ? found : findNear(parts, text, scope, limit)
}
