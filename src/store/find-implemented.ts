import type { Day } from '../law/day.ts'
import type { Rank } from '../law/document.ts'
import type { Queries } from './database.ts'

/** A norm that a stored decree carries out, as its text of the day says. */
export interface Implemented {
  /** The decree. */
  documentId: string
  rank: Rank
  /** Day the text of the decree is of: the day it was issued, for a later text its first day. */
  since: Day
  section: string | null
  laws: string[]
  norm: string
  to: string | null
  following: 'f' | 'ff' | null
}

/** What these documents (null: all that answer) carry out by the texts they have on the day. */
export function findImplemented(queries: Queries, documentIds: string[] | null, asOf: Day): Promise<Implemented[]> {
  return queries.query<Implemented>(
    `select d.id as "documentId", d.rank, i.section_key as section, i.laws, i.norm, i.range_end as "to", i.following,
            case when lower(stretch) > d.first_day then lower(stretch)
                 else coalesce((v.document #>> '{particulars,issuedOn}')::date, d.first_day) end as since
       from documents d join versions v on v.document_id = d.id
       join lateral (select r as stretch from unnest(v.validity) r where r @> $2::date) s on true
       join implemented_norms i on i.version_id = v.id
      where ($1::text[] is null or d.id = any($1)) and d.withdrawn_at is null and d.duplicate_of is null
      order by d.id, i.ordinal`,
    [documentIds, asOf],
  )
}
