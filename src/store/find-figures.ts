import type { Figures, SourceFigures } from '../law/upkeep.ts'
import type { Queries } from './database.ts'
import { countOpenJobs } from './job-queue.ts'

/** Counts for a monitor; cheap enough to be asked every few seconds. */
export async function findFigures(queries: Queries): Promise<Figures> {
  const [row] = await queries.query<Omit<Figures, 'queued' | 'sources'>>(
    `select count(*) filter (where withdrawn_at is null) as documents, count(*) filter (where withdrawn_at is not null) as withdrawn,
            coalesce(sum(passages) filter (where withdrawn_at is null), 0)::int as passages,
            (select revision from corpus_state) as revision
       from documents`,
  )
  const sources = await queries.query<SourceFigures>(
    `select distinct on (r.source) r.source, r.state as "lastState",
            (select to_char(max(ended_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from sync_runs d
              where d.source = r.source and d.state = 'done') as "lastDoneAt",
            (select count(*) from sync_run_items i where i.run_id = r.id and i.outcome = 'failed') as failed
       from sync_runs r order by r.source, r.created_at desc`,
  )
  const counts = row ?? { documents: 0, withdrawn: 0, passages: 0, revision: 0 }
  return { ...counts, queued: await countOpenJobs(queries), sources }
}
