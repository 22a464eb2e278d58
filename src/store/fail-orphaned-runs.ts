import type { Queries } from './database.ts'

/** Ends open runs that have no work in the queue: they came with a restored backup, and nobody would ever end them. */
export async function failOrphanedRuns({ query }: Queries): Promise<void> {
  await query(
    `update sync_runs r set state = 'failed', ended_at = now(), listed = null,
            failure = 'Der Ablauf wurde abgebrochen (Wiederherstellung aus einer Sicherung).'
      where state in ('waiting', 'running') and not exists (
              select 1 from pgboss.job j where j.state in ('created', 'retry', 'active') and j.data ->> 'run' = r.id::text)`,
  )
}
