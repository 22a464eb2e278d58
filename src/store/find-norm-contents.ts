import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'

/** What a norm says in one version, to compare versions with. */
export interface NormContent {
  key: string
  contentSha256: string
  heading: string | null
  text: string
}

/** The norms of the newest version of a document seen on or before a day; empty where there is none. */
export function findNormContents(queries: Queries, documentId: string, day: Day): Promise<NormContent[]> {
  return queries.query<NormContent>(
    `select n.key, n.content_sha256 as "contentSha256", n.heading, n.text
       from version_norms vn join norms n on n.id = vn.norm_id
      where vn.version_id = (select version_id from observations where document_id = $1 and day <= $2 order by day desc limit 1)
      order by vn.ordinal`,
    [documentId, day],
  )
}
