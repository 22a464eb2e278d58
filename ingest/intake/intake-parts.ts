import type { IngestParts } from '../ingest-parts.ts'
import type { UploadFolder } from './upload-folder.ts'

/** What taking in papers needs, handed in by the service or the command. */
export interface IntakeParts extends Pick<IngestParts, 'database' | 'embeddings'> {
  folder: UploadFolder
  /** The house's virus scanner, or null. */
  scanCommand: readonly string[] | null
  /** Where the office is: where its papers apply if they do not say. */
  territory: string
}
