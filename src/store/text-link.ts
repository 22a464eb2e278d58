import type { Day } from '../law/day.ts'
import type { Passage } from '../law/passage.ts'

/**
 * Where a reader finds a text: on the publisher's page, which shows today's version, or, for invented law, in our own
 * service, in the very version whose first day is given.
 */
export function textLink(row: { url: string; invented: boolean; valid_from: Day }): Pick<Passage, 'url' | 'urlShows'> {
  return row.invented
    ? { url: `${row.url}?asOf=${row.valid_from}`, urlShows: 'this_version' }
    : { url: row.url, urlShows: 'current_version' }
}
