import type { Queries } from './database.ts'
import { followChangedLives } from './follow-changed-lives.ts'

/**
 * Takes documents that a source no longer lists out of every answer, in the caller's transaction, which holds
 * `lockRelations`; their history stays stored, and what they replaced or stood for answers again.
 */
export async function withdrawDocuments(queries: Queries, source: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await queries.query('update documents set withdrawn_at = now() where id = any($1) and withdrawn_at is null', [ids])
  await queries.query('update source_documents set withdrawn_at = now() where source = $1 and document_id = any($2)', [
    source,
    ids,
  ])
  await followChangedLives(queries, ids)
}
