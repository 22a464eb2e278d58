import type { Queries } from './database.ts'

/** `again`: unchanged texts are read anew. */
interface RunSource {
  source: string
  busy: boolean
  again: boolean
}

/**
 * The source of a run that is not ended, as on the command line; null where there is no such run. `busy`: it is known by
 * now that another run asks the same publisher, so that it need not be opened to find that out again.
 */
export async function findRunSource({ query }: Queries, id: string): Promise<RunSource | null> {
  const [run] = await query<RunSource>(
    `select source, again, r.state = 'waiting' and r.asks_publisher and exists (
              select 1 from sync_runs o where o.publisher = r.publisher and o.asks_publisher and o.state = 'running' and o.id <> r.id) as busy
       from sync_runs r where id = $1 and state in ('waiting', 'running')`,
    [id],
  )
  return run ?? null
}
