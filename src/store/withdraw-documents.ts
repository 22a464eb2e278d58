import type { Queries } from './database.ts'

/** Takes documents that a source no longer lists out of every answer, in the caller's transaction; their history stays stored. */
export async function withdrawDocuments({ query }: Queries, source: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await query('update documents set withdrawn_at = now() where id = any($1) and withdrawn_at is null', [ids])
  await query('update source_documents set withdrawn_at = now() where source = $1 and document_id = any($2)', [
    source,
    ids,
  ])
  await query('update corpus_state set revision = revision + 1, changed_at = now()')
}
