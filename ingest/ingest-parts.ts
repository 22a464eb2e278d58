import type { Embeddings } from '../src/embedding/embeddings.ts'
import type { CutPassage } from '../src/law/passage.ts'
import type { Norm, StatuteText } from '../src/law/statute.ts'
import type { Database } from '../src/store/database.ts'

/** What ingest needs, handed in by the command or the service. */
export interface IngestParts {
  database: Database
  embeddings: Embeddings
  /** Throws for bytes that are no such law; the item then fails and the others go on. */
  parse(bytes: Uint8Array, slug: string): StatuteText
  cut(norm: Norm): CutPassage[]
  urlOf(slug: string, norm: string | null): string
}
