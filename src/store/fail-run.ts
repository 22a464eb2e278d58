import type { Queries } from './database.ts'

/** Ends a run that cannot go on; what it did so far stays. `failure` is German. */
export async function failRun({ query }: Queries, id: string, failure: string): Promise<void> {
  await query(
    `update sync_runs set state = 'failed', failure = $2, ended_at = now(), listed = null
      where id = $1 and state in ('waiting', 'running')`,
    [id, failure],
  )
}
