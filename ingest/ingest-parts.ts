import type { CutPassage } from '../src/law/passage.ts'
import type { Norm, StatuteText } from '../src/law/statute.ts'
import type { EmbeddingModel } from '../src/models/embed.ts'
import type { Database } from '../src/store/database.ts'
import type { EmbeddingIndex } from '../src/store/embedding-index.ts'

/** What ingest needs, handed in by the command or the service. */
export interface IngestParts {
  database: Database
  index: EmbeddingIndex
  embedding: EmbeddingModel
  /** Throws for bytes that are no such law; the item then fails and the others go on. */
  parse(bytes: Uint8Array, slug: string): StatuteText
  cut(norm: Norm): CutPassage[]
  urlOf(slug: string, norm: string | null): string
}
