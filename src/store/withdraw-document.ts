import type { Database } from './database.ts'

/** Takes a document out of every answer at once; its history stays stored. False where no such document answers. */
export async function withdrawDocument(database: Database, documentId: string): Promise<boolean> {
  return database.transaction(async ({ query }) => {
    const rows = await query(
      'update documents set withdrawn_at = now() where id = $1 and withdrawn_at is null returning id',
      [documentId],
    )
    if (rows.length > 0) await query('update corpus_state set revision = revision + 1, changed_at = now()')
    return rows.length > 0
  })
}

/** Lets a withdrawn document answer again. False where no such document is withdrawn. */
export async function reinstateDocument(database: Database, documentId: string): Promise<boolean> {
  return database.transaction(async ({ query }) => {
    const rows = await query(
      'update documents set withdrawn_at = null where id = $1 and withdrawn_at is not null returning id',
      [documentId],
    )
    if (rows.length > 0) await query('update corpus_state set revision = revision + 1, changed_at = now()')
    return rows.length > 0
  })
}
