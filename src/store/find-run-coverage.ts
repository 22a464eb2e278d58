import type { CourtCoverage } from '../law/court-coverage.ts'
import type { Queries } from './database.ts'

/** Courts whose decisions are complete once a run has fed all of its list. */
export async function findRunCoverage({ query }: Queries, id: string): Promise<CourtCoverage[]> {
  const [run] = await query<{ coverage: CourtCoverage[] }>('select coverage from sync_runs where id = $1', [id])
  return run?.coverage ?? []
}
