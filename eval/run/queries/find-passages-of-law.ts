import type { Day } from '../../../src/law/day.ts'
import type { Passage } from '../../../src/law/passage.ts'
import type { Queries } from '../../../src/store/database.ts'
import { loadPassages } from '../../../src/store/find-passages.ts'

/** Every passage of a law in force on the day, in the order in which they were stored. */
export async function findPassagesOfLaw(queries: Queries, documentId: string, asOf: Day): Promise<Passage[]> {
  const rows = await queries.query<{ id: number }>(
    'select id from passages where document_id = $2 and validity @> $1::date order by id',
    [asOf, documentId],
  )
  const ids = rows.map(({ id }) => id)
  const passages = await loadPassages(queries, ids, asOf)
  return ids.flatMap((id) => passages.get(id) ?? [])
}
