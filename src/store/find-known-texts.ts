import type { Queries } from './database.ts'

/** Texts that are stored, for telling many items at once from what is new. */
export interface KnownTexts {
  /** Whether these very bytes are stored of the document: as of the day, or, with null, of any. */
  has(documentId: string, day: string | null, sourceSha256: string): boolean
  knows(documentId: string): boolean
}

/** Looks up all texts of a publisher in one query: 12,000 take less than one look-up for each of them would. */
export async function findKnownTexts({ query }: Queries, publisher: string): Promise<KnownTexts> {
  const rows = await query<{ id: string; day: string; sha256: string }>(
    `select document_id as id, day, source_sha256 as sha256 from observations
      where starts_with(document_id, $1 || ':')`,
    [publisher],
  )
  const known = new Set<string>()
  for (const { id, day, sha256 } of rows)
    for (const key of [id, `${id} ${sha256}`, `${id} ${day} ${sha256}`]) known.add(key)
  return {
    has: (id, day, sha256) => known.has(day === null ? `${id} ${sha256}` : `${id} ${day} ${sha256}`),
    knows: (id) => known.has(id),
  }
}
