import type { Day } from '../law/day.ts'
import type { NamedDecree } from '../law/named-decree.ts'
import type { Queries } from './database.ts'

/** The decrees and papers of any territory that have one of these Aktenzeichen, however it is spaced; those that hold on the day first. */
export async function findNamedDecrees(queries: Queries, fileNumbers: string[], asOf: Day): Promise<NamedDecree[]> {
  if (fileNumbers.length === 0) return []
  return queries.query<NamedDecree>(
    `with asked as (select array_agg(distinct fundstelle_file_key(number)) as keys from unnest($1::text[]) number)
     select d.id as "documentId", d.kind, matched.key as "fileKey", d.abbreviation, d.territory, held.holds, d.first_day as begins, d.ends_on as "endsOn",
            (select jsonb_build_object('kind', r.kind, 'abbreviation', f.abbreviation)
               from relations t join known_relations r using (from_document, ordinal) join documents f on f.id = r.from_document
              where t.candidates @> array[d.id] and r.kind in ('replaces', 'repeals') and r.problem is null and r.begins_on = d.ends_on
              order by r.kind desc, f.id limit 1) as "endedBy"
       from asked, documents d,
            lateral (select key from unnest(d.file_keys) key where key = any(asked.keys) order by length(key) desc limit 1) matched,
            lateral (select exists (select 1 from versions v where v.document_id = d.id and v.validity @> $2::date) as holds) held
      where d.file_keys <> '{}' and d.file_keys && asked.keys and d.kind in ('decree', 'paper') and d.withdrawn_at is null
      order by held.holds desc, d.first_day desc, d.id`,
    [fileNumbers, asOf],
  )
}
