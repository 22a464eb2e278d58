import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'
import type { Found } from './find-passages.ts'

/** The first passage of each of a document's first `limit` norms or sections, as in force on the day, in the order of its text. */
export async function findOpeningPassages(
  queries: Queries,
  documentId: string,
  asOf: Day,
  limit: number,
): Promise<Found[]> {
  const rows = await queries.query<Omit<Found, 'score'>>(
    `select p.id as "rowId", n.id as "normId", n.document_id as "documentId", n.key as norm
       from versions v join version_norms vn on vn.version_id = v.id join norms n on n.id = vn.norm_id
       join passages p on p.norm_id = n.id and p.ordinal = (select min(ordinal) from passages where norm_id = n.id)
      where v.document_id = $1 and v.validity @> $2::date order by vn.ordinal limit $3`,
    [documentId, asOf, limit],
  )
  return rows.map((row) => ({ ...row, score: 0 }))
}
