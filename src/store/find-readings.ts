import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'

/** What a file's bytes were read as, and for which day. */
export interface Reading {
  day: Day
  basis: 'observed' | 'official'
  /** When the bytes were first fetched. */
  fetchedOn: Day
  /** Of the version they were read as. */
  contentSha256: string
}

/** All days as of which these very bytes are stored of a document, the earliest first. */
export async function findReadings({ query }: Queries, documentId: string, sourceSha256: string): Promise<Reading[]> {
  return query<Reading>(
    `select o.day, o.basis, o.fetched_on as "fetchedOn", v.content_sha256 as "contentSha256"
       from observations o join versions v on v.id = o.version_id
      where o.document_id = $1 and o.source_sha256 = $2 order by o.day`,
    [documentId, sourceSha256],
  )
}
