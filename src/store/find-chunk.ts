import type { SyncRun } from '../law/sync-run.ts'
import type { Queries } from './database.ts'
import type { PlannedItem } from './plan-run.ts'

/** A piece of a run that is still to be done: which items, of which source. */
export interface SyncChunk extends Pick<SyncRun, 'source' | 'again'> {
  items: PlannedItem[]
  asksPublisher: boolean
}

/** Null where it was done, or its run has ended. */
export async function findChunk({ query }: Queries, runId: string, number: number): Promise<SyncChunk | null> {
  const [chunk] = await query<SyncChunk>(
    `select r.source, r.again, r.asks_publisher as "asksPublisher", c.items
       from sync_chunks c join sync_runs r on r.id = c.run_id
      where c.run_id = $1 and c.number = $2 and c.done_at is null and r.state = 'running'`,
    [runId, number],
  )
  return chunk ?? null
}
