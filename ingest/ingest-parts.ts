import type { Embeddings } from '../src/embedding/embeddings.ts'
import type { Correction } from '../src/law/correction.ts'
import type { DocumentText, Norm } from '../src/law/document-text.ts'
import type { CutPassage } from '../src/law/passage.ts'
import type { Database } from '../src/store/database.ts'
import type { Publisher } from './sources/publishers.ts'

/** How one publisher's bytes become passages. */
export interface Format {
  /**
   * Throws for bytes that are no such document; the item then fails and the others go on. `territory`: of the source,
   * where a text holds that does not say where. `corrected`: what staff said of the header, of papers of the house alone.
   */
  parse(bytes: Uint8Array, slug: string, territory: string, corrected: Correction): DocumentText | Promise<DocumentText>
  cut(norm: Norm): CutPassage[]
  urlOf(slug: string, norm: string | null): string
  /** True where the texts state their day themselves (`inForceFrom`): a text seen again is then no news, whatever the day. */
  datesItself: boolean
}

/** What ingest needs, handed in by the command or the service. */
export interface IngestParts {
  database: Database
  embeddings: Embeddings
  formatOf(publisher: Publisher): Format
}
