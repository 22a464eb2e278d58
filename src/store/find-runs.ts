import type { SyncItem, SyncRun } from '../law/sync-run.ts'
import type { Queries } from './database.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const runs = `
  select r.id, r.source, r.name, r.publisher, r.state, r.trigger, r.again, r.items, r.note, r.failure,
         ${iso('r.created_at')} as "createdAt", ${iso('r.started_at')} as "startedAt", ${iso('r.ended_at')} as "endedAt",
         r.confirmed_by as "confirmedBy", ${iso('r.confirmed_at')} as "confirmedAt", c.counts,
         coalesce((select sum(jsonb_array_length(items)) from sync_chunks where run_id = r.id and done_at is null), 0)::int as open
    from sync_runs r left join lateral (
      select jsonb_object_agg(outcome, count) as counts from (
        select outcome, count(*) as count from sync_run_items where run_id = r.id group by outcome) o) c on true`

type RunRow = Omit<SyncRun, 'counts'> & { counts: Partial<SyncRun['counts']> | null; open: number }

/** The newest runs, newest first. */
export async function findRuns({ query }: Queries, limit: number): Promise<SyncRun[]> {
  const rows = await query<RunRow>(`${runs} order by r.created_at desc, r.id limit $1`, [limit])
  return rows.map(runOf)
}

/** A run with what it did, in the order of the documents; null where there is none. */
export async function findRun(queries: Queries, id: string): Promise<{ run: SyncRun; items: SyncItem[] } | null> {
  if (!uuid.test(id)) return null
  const [row] = await queries.query<RunRow>(`${runs} where r.id = $1`, [id])
  if (!row) return null
  const items = await queries.query<SyncItem>(
    `select origin, slug, document_id as "documentId", label, day, outcome, reason, norms from sync_run_items
      where run_id = $1 order by outcome, slug, day, origin`,
    [id],
  )
  return { run: runOf(row), items }
}

/** Items that stayed as they were have no row: they are those of the list that are done and of which nothing was noted. */
function runOf({ counts, open, ...run }: RunRow): SyncRun {
  const known = { added: 0, changed: 0, withdrawn: 0, returned: 0, kept: 0, failed: 0, ...counts }
  const unchanged = Math.max(0, (run.items ?? 0) - open - known.added - known.changed - known.failed)
  return { ...run, counts: { ...known, unchanged } }
}
