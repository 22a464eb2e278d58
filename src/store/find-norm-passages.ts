import type { Day } from '../law/day.ts'
import type { Passage } from '../law/passage.ts'
import type { Queries } from './database.ts'
import { type PassageRow, passageColumns, passageJoins, toPassage } from './passage-row.ts'

/** The passages of a norm, by its key, as in force on a day, in the order of the text; none of a withdrawn document. */
export async function findNormPassages(
  queries: Queries,
  documentId: string,
  normKey: string,
  asOf: Day,
): Promise<Passage[]> {
  const rows = await queries.query<PassageRow>(
    `select ${passageColumns} from passages p ${passageJoins} where n.document_id = $2 and n.key = $3 order by p.norm_id, p.ordinal`,
    [asOf, documentId, normKey],
  )
  return rows.map(toPassage)
}
