import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'

/**
 * What is already known of a file's bytes: `same_day` (this very observation is stored), `known_text` (the same bytes
 * were seen on another day), `day_taken` (another text of that day is stored), or `new`.
 */
export type KnownObservation =
  | { state: 'same_day' }
  | { state: 'known_text'; versionId: number }
  | { state: 'day_taken' }
  | { state: 'new' }

/** Looks bytes up by their SHA-256 before anything is parsed. */
export async function findObservation(
  queries: Queries,
  documentId: string,
  day: Day,
  sourceSha256: string,
): Promise<KnownObservation> {
  const rows = await queries.query<{ same_day: boolean; same_source: boolean; version_id: number }>(
    `select day = $2::date as same_day, source_sha256 = $3 as same_source, version_id
       from observations where document_id = $1 and (day = $2::date or source_sha256 = $3)
      order by (day = $2::date) desc limit 2`,
    [documentId, day, sourceSha256],
  )
  const ofDay = rows.find((row) => row.same_day)
  if (ofDay) return { state: ofDay.same_source ? 'same_day' : 'day_taken' }
  const elsewhere = rows.find((row) => row.same_source)
  return elsewhere ? { state: 'known_text', versionId: elsewhere.version_id } : { state: 'new' }
}

/** Newest day any text of the document was seen, and which version that was; null for an unknown document. */
export async function findNewestObservation(
  queries: Queries,
  documentId: string,
): Promise<{ day: Day; versionId: number; contentSha256: string } | null> {
  const [row] = await queries.query<{ day: Day; version_id: number; content_sha256: string }>(
    `select o.day, o.version_id, v.content_sha256 from observations o join versions v on v.id = o.version_id
      where o.document_id = $1 order by o.day desc limit 1`,
    [documentId],
  )
  return row ? { day: row.day, versionId: row.version_id, contentSha256: row.content_sha256 } : null
}
