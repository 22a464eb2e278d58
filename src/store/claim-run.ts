import type { Database } from './database.ts'

/**
 * Begins a run. `busy`: another run asks the same publisher, who is asked by one at a time; `listed`: its list was made by
 * somebody who died afterwards; `ended`: there is nothing to do.
 */
export type Claim = 'begun' | 'busy' | 'listed' | 'ended'

export async function claimRun(
  database: Database,
  id: string,
  { name, publisher, asksPublisher }: { name: string; publisher: string; asksPublisher: boolean },
): Promise<Claim> {
  return database.transaction(async ({ query }) => {
    await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sync of ${publisher}`])
    const [run] = await query<{ state: string; items: number | null }>(
      'select state, items from sync_runs where id = $1 for update',
      [id],
    )
    if (!run || (run.state !== 'waiting' && run.state !== 'running')) return 'ended'
    if (run.items !== null) return 'listed'
    if (asksPublisher && run.state === 'waiting') {
      const others = await query(
        `select 1 from sync_runs where publisher = $1 and asks_publisher and state = 'running' and id <> $2`,
        [publisher, id],
      )
      if (others.length > 0) {
        await query('update sync_runs set publisher = $2, asks_publisher = true where id = $1', [id, publisher])
        return 'busy'
      }
    }
    await query(
      `update sync_runs set state = 'running', name = $2, publisher = $3, asks_publisher = $4, started_at = coalesce(started_at, now())
        where id = $1`,
      [id, name, publisher, asksPublisher],
    )
    return 'begun'
  })
}
