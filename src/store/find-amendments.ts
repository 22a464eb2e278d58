import type { Day } from '../law/day.ts'
import type { Rank } from '../law/document.ts'
import type { Queries } from './database.ts'

/** A decree that another amends, in words that its own stored text does not have yet. */
export interface Amendment {
  documentId: string
  rank: Rank
  by: { documentId: string; abbreviation: string }
  changedOn: Day
}

/** Amendments of these documents (null: of all that answer) that hold on the day, since their newest text of that day. */
export async function findAmendments(queries: Queries, documentIds: string[] | null, asOf: Day): Promise<Amendment[]> {
  return queries.query<Amendment>(
    `select d.id as "documentId", d.rank, jsonb_build_object('documentId', f.id, 'abbreviation', f.abbreviation) as by,
            r.begins_on as "changedOn"
       from relations t join known_relations r using (from_document, ordinal)
       join documents d on d.id = r.to_document and d.withdrawn_at is null join documents f on f.id = r.from_document
      where ($1::text[] is null or t.candidates && $1) and r.kind = 'amends' and r.problem is null and r.begins_on <= $2::date
        and exists (select 1 from versions v where v.document_id = d.id and v.validity @> $2::date)
        and r.begins_on > (select max(o.day) from observations o where o.document_id = d.id and o.day <= $2::date)
      order by d.id, r.begins_on, f.id`,
    [documentIds, asOf],
  )
}
