import type { EmbeddingModel } from '../models/embed.ts'
import type { EmbeddingIndex } from '../store/embedding-index.ts'

/** The embedding models a process can ask: the configured one, and the one it found in use when it started. */
export interface Embeddings {
  /** Name of the model that is to answer. */
  configured: string
  /** The model that made an index's vectors; null where this process cannot ask it. */
  of(index: EmbeddingIndex): Promise<EmbeddingModel | null>
  /**
   * The configured model with its dimension.
   * @throws EmbeddingModelError while its endpoint does not answer
   */
  openConfigured(): Promise<EmbeddingModel>
}
