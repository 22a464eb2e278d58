import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'

/**
 * What is already known of a file's bytes: `same_day` (this very observation is stored; with no day given, any of these bytes), `known_text` (the same bytes
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
  day: Day | null,
  sourceSha256: string,
): Promise<KnownObservation> {
  const rows = await queries.query<{ same_day: boolean; same_source: boolean; version_id: number }>(
    `select ($2::date is null or day = $2::date) as same_day, source_sha256 = $3 as same_source, version_id
       from observations where document_id = $1 and (day = $2::date or source_sha256 = $3)
      order by (day = $2::date) desc nulls last limit 2`,
    [documentId, day, sourceSha256],
  )
  const ofDay = rows.find((row) => row.same_day)
  if (ofDay) return { state: ofDay.same_source ? 'same_day' : 'day_taken' }
  const elsewhere = rows.find((row) => row.same_source)
  return elsewhere ? { state: 'known_text', versionId: elsewhere.version_id } : { state: 'new' }
}

/**
 * What is stored of a document as of a day: `known` says whether there is any text of it at all, `contentSha256` is
 * that of the newest version seen on or before the day, null where there is none.
 */
export async function findVersionOn(
  queries: Queries,
  documentId: string,
  day: Day,
): Promise<{ known: boolean; contentSha256: string | null }> {
  const [row] = await queries.query<{ content_sha256: string; on_time: boolean }>(
    `select v.content_sha256, o.day <= $2::date as on_time
       from observations o join versions v on v.id = o.version_id
      where o.document_id = $1 order by (o.day <= $2::date) desc, o.day desc limit 1`,
    [documentId, day],
  )
  return { known: row !== undefined, contentSha256: row?.on_time ? row.content_sha256 : null }
}
