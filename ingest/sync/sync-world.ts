import type { DeletionGuard } from '../../src/law/deletion-guard.ts'
import type { JobQueue } from '../../src/store/job-queue.ts'
import type { IngestParts } from '../ingest-parts.ts'
import type { Source } from '../sources/source.ts'

/** A step of a run: list the source, feed a piece of the list, end it. */
export type SyncJob = { run: string; step: 'list' | 'end' } | { run: string; step: 'feed'; chunk: number }

/** What keeping current works with. */
export interface SyncWorld {
  parts: IngestParts
  queue: JobQueue<SyncJob>
  /** What a run of this publisher may withdraw without a person; null: not known. Throws UnusableSourceError. */
  guardOf(publisher: string | null): Promise<DeletionGuard>
  /** Opens a source by its name on the command line; throws UnusableSourceError. */
  open(name: string): Promise<Source>
}
