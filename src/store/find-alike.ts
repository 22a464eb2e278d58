import type { NearDuplicate } from '../law/library.ts'
import { bandsOf } from '../text/min-hash.ts'
import type { Queries } from './database.ts'
import { sameText } from './derive-duplicates.ts'
import { worthShowing } from './find-near-duplicates.ts'

/** Documents that read like a text that is not published yet, most alike first. `isSame` goes by their words alone. */
export function findAlike(queries: Queries, signature: Uint32Array, documentId: string): Promise<NearDuplicate[]> {
  return queries.query<NearDuplicate>(
    `select o.id as "documentId", o.abbreviation, o.title, a.alike as similarity, a.alike >= $4 as "isSame"
       from documents o, lateral (select fundstelle_alike(o.signature, $1) as alike) a
      where o.bands && $2 and o.id <> $3 and o.withdrawn_at is null and a.alike >= $5
      order by a.alike desc, o.id limit 20`,
    [[...new Int32Array(signature.buffer)], bandsOf(signature), documentId, sameText, worthShowing],
  )
}
