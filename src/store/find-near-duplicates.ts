import type { NearDuplicate } from '../law/library.ts'
import { maySay, sameText } from './derive-duplicates.ts'
import type { Queries } from './database.ts'

/** Below this nothing is worth showing to a person. */
export const worthShowing = 0.5

/** Documents that read like this one, most alike first: the same once more, or another that stands near it. */
export function findNearDuplicates(queries: Queries, documentId: string): Promise<NearDuplicate[]> {
  return queries.query<NearDuplicate>(
    `select o.id as "documentId", o.abbreviation, o.title, a.alike as similarity,
            a.alike >= $2 and (${maySay}) as "isSame"
       from documents d join documents o on o.bands && d.bands and o.id <> d.id and o.withdrawn_at is null,
            lateral (select fundstelle_alike(o.signature, d.signature) as alike) a
      where d.id = $1 and a.alike >= $3 order by a.alike desc, o.id limit 20`,
    [documentId, sameText, worthShowing],
  )
}
