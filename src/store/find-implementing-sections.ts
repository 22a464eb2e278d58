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

/** So many of each kind are looked at, those of documents that the search found first, then the newest. */
const MOST = 100

/**
 * Sections of decrees and papers in force and in scope on the day that carry out or cite norms of these names, of laws that
 * are written as one of `laws`; of ranges also those that only may hold one of the norms. `found`: documents to prefer.
 */
export function findImplementingSections(
  queries: Queries,
  { names, laws, found }: { names: string[]; laws: string[]; found: string[] },
  scope: Scope,
): Promise<ImplementingSection[]> {
  const numbers = names.flatMap((name) => Number(/\d+/.exec(name)?.[0] ?? []))
  return queries.query<ImplementingSection>(
    `with papers as (select d.id, d.first_day from documents d where d.kind in ('decree', 'paper') and ${isLive}),
          carrying as (
            select i.*, d.id as document_id, d.first_day from implemented_norms i
              join versions v on v.id = i.version_id and v.validity @> $1::date join papers d on d.id = v.document_id
             where i.laws && $5
               and (i.norm = any($4) or i.numbers @> any($7::int[]))
             order by d.id = any($6) desc, i.section_key is null, d.first_day desc, d.id, i.ordinal limit ${MOST}),
          citing as (
            select p.id, p.norm_id, p.document_id, e.target_law, e.target_norm, d.first_day
              from edges e join passages p on p.id = e.passage_id and p.validity @> $1::date join papers d on d.id = p.document_id
             where e.target_norm = any($4) and e.target_law = any($5)
             order by d.id = any($6) desc, d.first_day desc, p.id limit ${MOST})
     select s.id as "rowId", s.norm_id as "normId", c.document_id as "documentId", s.key as section,
            case when c.section_key is null then 'document' else 'section' end as how,
            c.laws, c.norm, c.range_end as "to", c.following, c.first_day as begins
       from carrying c
       join lateral (
         select p.id, p.norm_id, n.key from version_norms vn join norms n on n.id = vn.norm_id join passages p on p.norm_id = n.id
          where vn.version_id = c.version_id and (c.section_key is null or n.key = c.section_key) order by vn.ordinal, p.ordinal limit 1) s on true
     union all
     select c.id, c.norm_id, c.document_id, n.key, 'cites', array[c.target_law], c.target_norm, null, null, c.first_day
       from citing c join norms n on n.id = c.norm_id
      order by "documentId", "rowId"`,
    [...scopeParameters(scope), names, laws, found, numbers],
  )
}
