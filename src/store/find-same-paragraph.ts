import type { Day } from '../law/day.ts'
import type { Passage } from '../law/passage.ts'
import type { Queries } from './database.ts'
import { type PassageRow, passageColumns, passageJoins, toPassage } from './passage-row.ts'

/** All passages that an Absatz was cut into, for each Absatz that one of these passages (by id) is of, in the order of the text. */
export async function findSameParagraph(queries: Queries, ids: string[], asOf: Day): Promise<Passage[]> {
  const rows = await queries.query<PassageRow>(
    `select ${passageColumns} from passages p ${passageJoins}
      where (p.norm_id, coalesce(p.paragraph, '')) in
            (select norm_id, coalesce(paragraph, '') from passages where public_id = any($2::text[]))
      order by p.norm_id, p.ordinal`,
    [asOf, ids],
  )
  return rows.map(toPassage)
}
