import type { SyncRun } from '../law/sync-run.ts'
import type { Queries } from './database.ts'

/**
 * Notes that a source shall be run over; `again`: all of it is read anew. `fresh` is false where a run of it is open already;
 * then it is that one, which reads anew as well unless it has begun.
 */
export async function requestRun(
  { query }: Queries,
  source: string,
  trigger: SyncRun['trigger'],
  again = false,
): Promise<{ id: string; fresh: boolean }> {
  const [made] = await query<{ id: string }>(
    `insert into sync_runs (id, source, state, trigger, again) values (gen_random_uuid(), $1, 'waiting', $2, $3)
     on conflict (source) where state in ('waiting', 'running') do nothing returning id`,
    [source, trigger, again],
  )
  if (made) return { id: made.id, fresh: true }
  const [open] = await query<{ id: string }>(
    `update sync_runs set again = again or ($2 and state = 'waiting')
      where source = $1 and state in ('waiting', 'running') returning id`,
    [source, again],
  )
  // It ended between the two statements.
  return open ? { id: open.id, fresh: false } : requestRun({ query }, source, trigger, again)
}
