import type { Queries } from './database.ts'

/** What the publisher's list said of each item when it was last read well, by the item's origin. */
export async function findStamps({ query }: Queries, publisher: string): Promise<Map<string, string>> {
  const rows = await query<{ origin: string; stamp: string }>(
    'select origin, stamp from source_checks where publisher = $1 and failure is null and stamp is not null',
    [publisher],
  )
  return new Map(rows.map(({ origin, stamp }) => [origin, stamp]))
}
