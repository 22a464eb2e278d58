import type { IngestEvent } from '../law/intake.ts'
import type { Queries } from './database.ts'

const columns = `e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, e.by, e.kind,
  e.document_id as "documentId", e.reason, e.before, e.after, e.undoes`

type NewEvent = Pick<IngestEvent, 'by' | 'kind' | 'documentId'> &
  Partial<Pick<IngestEvent, 'reason' | 'before' | 'after' | 'undoes'>>

/** To be called in the transaction of what it tells of. Null where it undoes what was undone already. */
export async function recordEvent(queries: Queries, event: NewEvent): Promise<IngestEvent | null> {
  const { by, kind, documentId, reason = null, before = null, after = null, undoes = null } = event
  const [row] = await queries.query<IngestEvent>(
    `insert into ingest_events as e (by, kind, document_id, reason, before, after, undoes)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (undoes) where undoes is not null do nothing returning ${columns}`,
    [by, kind, documentId, reason, before && JSON.stringify(before), after && JSON.stringify(after), undoes],
  )
  return row ?? null
}

/** The oldest first. */
export function listEvents(queries: Queries, documentId: string): Promise<IngestEvent[]> {
  return queries.query<IngestEvent>(`select ${columns} from ingest_events e where document_id = $1 order by id`, [
    documentId,
  ])
}

/** The last step that changed something and was not taken back. */
export async function findLastEvent(queries: Queries, documentId: string): Promise<IngestEvent | null> {
  const [row] = await queries.query<IngestEvent>(
    `select ${columns} from ingest_events e
      where e.document_id = $1 and e.kind in ('corrected', 'published', 'withdrawn')
        and not exists (select 1 from ingest_events u where u.undoes = e.id)
      order by e.id desc limit 1`,
    [documentId],
  )
  return row ?? null
}
