import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'
import { isLive, type Scope, scopeParameters } from './scope.ts'

/** A section of a decree or paper with a norm it has to do with; the laws are as written. */
export interface ImplementingSection {
  rowId: number
  normId: number
  documentId: string
  /** The section's key. */
  section: string
  /** `section`: it says that it carries the norm out; `document`: the whole decree does, and this is its first section; `cites`: its words refer to the norm. */
  how: 'section' | 'document' | 'cites'
  laws: string[]
  norm: string
  to: string | null
  following: 'f' | 'ff' | null
  begins: Day
}

/**
 * Sections of decrees and papers in force and in scope on the day that carry out or cite norms of these names, of whatever
 * law: ranges of norms are all given, and citations only where one of `laws` is written beside the norm.
 */
export function findImplementingSections(
  queries: Queries,
  names: string[],
  laws: string[],
  scope: Scope,
): Promise<ImplementingSection[]> {
  return queries.query<ImplementingSection>(
    `with papers as (select d.id, d.first_day from documents d where d.kind in ('decree', 'paper') and ${isLive})
     select s.id as "rowId", s.norm_id as "normId", d.id as "documentId", s.key as section,
            case when i.section_key is null then 'document' else 'section' end as how,
            i.laws, i.norm, i.range_end as "to", i.following, d.first_day as begins
       from implemented_norms i
       join versions v on v.id = i.version_id and v.validity @> $1::date join papers d on d.id = v.document_id
       join lateral (
         select p.id, p.norm_id, n.key from version_norms vn join norms n on n.id = vn.norm_id join passages p on p.norm_id = n.id
          where vn.version_id = v.id and (i.section_key is null or n.key = i.section_key) order by vn.ordinal, p.ordinal limit 1) s on true
      where exists (select 1 from papers)
        and (i.norm = any($4) or i.range_end is not null or i.following is not null)
     union all
     select p.id, p.norm_id, d.id, n.key, 'cites', array[e.target_law], e.target_norm, null, null, d.first_day
       from edges e join passages p on p.id = e.passage_id and p.validity @> $1::date
       join papers d on d.id = p.document_id join norms n on n.id = p.norm_id
      where exists (select 1 from papers) and e.target_norm = any($4) and e.target_law = any($5)
      order by "documentId", "rowId"`,
    [...scopeParameters(scope), names, laws],
  )
}
