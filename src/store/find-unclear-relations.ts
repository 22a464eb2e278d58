import { reasonOf, type UnclearRelation } from '../law/decrees-to-check.ts'
import type { Queries } from './database.ts'

/** What documents that answer say of others or of their own end without effect, by document. */
export async function findUnclearRelations(queries: Queries): Promise<UnclearRelation[]> {
  const rows = await queries.query<Omit<UnclearRelation, 'message'>>(
    `select d.id as "documentId", d.abbreviation, d.title, d.territory, r.kind, r.text, r.problem
       from known_relations r join documents d on d.id = r.from_document
      where r.problem is not null and r.problem <> 'withdrawn'
     union all
     select d.id, d.abbreviation, d.title, d.territory, 'valid_until', d.particulars ->> 'validUntil', 'ends_before_it_begins'
       from documents d
      where d.withdrawn_at is null and d.particulars ->> 'validUntil' is not null and (d.particulars ->> 'validUntil')::date < d.first_day
      order by 1, 5, 6`,
  )
  return rows.map((row) => ({ ...row, message: reasonOf(row.problem) }))
}
