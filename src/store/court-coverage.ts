import type { CourtCoverage } from '../law/court-coverage.ts'
import type { Queries } from './database.ts'

/** Notes that a publisher's decisions of these courts and periods are all in the library. */
export async function saveCoverage(queries: Queries, publisher: string, covered: CourtCoverage[]): Promise<void> {
  if (covered.length === 0) return
  await queries.query(
    `insert into court_coverage (publisher, court, period)
     select $1, c.court, daterange(c.first_day, c.last_day, '[]')
       from jsonb_to_recordset($2) as c(court text, first_day date, last_day date)
     on conflict (publisher, court, period) do update set checked_at = now()`,
    [publisher, JSON.stringify(covered.map(({ court, from, to }) => ({ court, first_day: from, last_day: to })))],
  )
}

/** Courts and the periods of which all decisions were taken. */
export function listCoverage(queries: Queries): Promise<CourtCoverage[]> {
  return queries.query<CourtCoverage>(
    `select court, lower(r)::date as from, (upper(r) - 1)::date as to
       from (select court, range_agg(period) as periods from court_coverage group by court) c, unnest(c.periods) r
      order by court, 2`,
  )
}
