import type { CourtCoverage } from '../law/court-coverage.ts'
import type { Queries } from './database.ts'

/** An item of a run: where it lies, and the key of its document. */
export interface PlannedItem {
  origin: string
  slug: string
}

/** What a run has to do: its items in pieces, and the keys of the documents there are. */
export interface RunPlan {
  items: number
  /** Null: the source cannot tell, and nothing is withdrawn. */
  listed: string[] | null
  note: string | null
  chunks: PlannedItem[][]
  /** Noted at the end where nothing failed. */
  coverage: CourtCoverage[]
}

/** Stores the plan of a begun run. In the caller's transaction, with the first pieces put into the queue. */
export async function planRun({ query }: Queries, id: string, plan: RunPlan): Promise<void> {
  await query('update sync_runs set items = $2, listed = $3, note = $4, coverage = $5 where id = $1', [
    id,
    plan.items,
    plan.listed,
    plan.note,
    JSON.stringify(plan.coverage),
  ])
  await query(
    `insert into sync_chunks (run_id, number, items)
     select $1, number, items from jsonb_array_elements($2::jsonb) with ordinality as c (items, number)`,
    [id, JSON.stringify(plan.chunks)],
  )
}
