import type { NearDuplicate } from '../law/library.ts'
import {
  courtsParameter,
  isSameCase,
  isSameRuling,
  leastAlike,
  maySay,
  sameText,
  sharesBand,
} from './derive-duplicates.ts'
import type { Queries } from './database.ts'

/** Below this nothing is worth showing to a person. */
export const worthShowing = 0.5

/** Documents that read like this one, most alike first: the same once more, or another that stands near it; and its decision elsewhere. */
export function findNearDuplicates(queries: Queries, documentId: string): Promise<NearDuplicate[]> {
  return queries.query<NearDuplicate>(
    `with candidates as (
       select o.id, false as same from documents d join documents o on ${sharesBand} where d.id = $1
       union all
       select o.id, o.territory = d.territory from documents d join documents o on ${isSameRuling} where d.id = $1
       union all
       select o.id, o.territory = d.territory from documents d join documents o on ${isSameCase('$4')} where d.id = $1
     ), judged as (
       select id, bool_or(same) as same from candidates group by id
     )
     select o.id as "documentId", o.abbreviation, o.title, a.alike as similarity,
            j.same or (a.alike >= ${leastAlike('$2')} and ${maySay}) as "isSame"
       from judged j join documents o using (id) join documents d on d.id = $1,
            lateral (select coalesce(fundstelle_alike(o.signature, d.signature), 0) as alike) a
      where o.withdrawn_at is null and (j.same or a.alike >= $3) order by a.alike desc, o.id limit 20`,
    [documentId, sameText, worthShowing, courtsParameter],
  )
}
