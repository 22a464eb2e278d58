import type { Queries } from './database.ts'

/** The source of a run that is not ended, as on the command line; null where there is no such run. */
export async function findRunSource({ query }: Queries, id: string): Promise<string | null> {
  const [run] = await query<{ source: string }>(
    `select source from sync_runs where id = $1 and state in ('waiting', 'running')`,
    [id],
  )
  return run?.source ?? null
}
