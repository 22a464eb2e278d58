import type { SyncRun } from '../law/sync-run.ts'
import type { Queries } from './database.ts'

/** Notes that a source shall be run over. `fresh` is false where a run of it is open already; then it is that one. */
export async function requestRun(
  { query }: Queries,
  source: string,
  trigger: SyncRun['trigger'],
): Promise<{ id: string; fresh: boolean }> {
  const [made] = await query<{ id: string }>(
    `insert into sync_runs (id, source, state, trigger) values (gen_random_uuid(), $1, 'waiting', $2)
     on conflict (source) where state in ('waiting', 'running') do nothing returning id`,
    [source, trigger],
  )
  if (made) return { id: made.id, fresh: true }
  const [open] = await query<{ id: string }>(
    `select id from sync_runs where source = $1 and state in ('waiting', 'running')`,
    [source],
  )
  // It ended between the two statements.
  return open ? { id: open.id, fresh: false } : requestRun({ query }, source, trigger)
}
