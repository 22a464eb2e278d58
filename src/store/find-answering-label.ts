import type { Queries } from './database.ts'

/** What a citation calls a document; null where none of this id answers. */
export async function findAnsweringLabel({ query }: Queries, documentId: string): Promise<string | null> {
  const [row] = await query<{ label: string }>(
    'select abbreviation as label from documents where id = $1 and withdrawn_at is null',
    [documentId],
  )
  return row?.label ?? null
}
