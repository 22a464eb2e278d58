import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'

/** Whether a norm exists: in force on the day, on another day only, or on none that is known. */
export type NormState = 'in_force' | 'not_in_force' | 'unknown'

/** States of norms named in a text, in the order asked. A repealed norm's empty shell counts as not in force. */
export async function findNormStates(
  queries: Queries,
  asked: { documentId: string; norm: string }[],
  asOf: Day,
): Promise<NormState[]> {
  if (asked.length === 0) return []
  const rows = await queries.query<{ place: number; in_force: boolean | null }>(
    `select a.place::int, bool_or(n.validity @> $2::date and not n.repealed) as in_force
       from jsonb_to_recordset($1) as a(place int, document_id text, norm text)
       join documents d on d.id = a.document_id and d.withdrawn_at is null
       join norms n on n.document_id = a.document_id and n.norm = a.norm and not isempty(n.validity)
      group by a.place`,
    [JSON.stringify(asked.map(({ documentId, norm }, place) => ({ place, document_id: documentId, norm }))), asOf],
  )
  const states = asked.map((): NormState => 'unknown')
  for (const row of rows) states[row.place] = row.in_force ? 'in_force' : 'not_in_force'
  return states
}
