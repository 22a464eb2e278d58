import type { Database, Queries } from './database.ts'
import { lockRelations } from './derive-relations.ts'
import { followChangedLives } from './follow-changed-lives.ts'

type Also = (queries: Queries) => Promise<void>

/**
 * Takes a document out of every answer at once; its history stays stored, and what it replaced or repealed goes on as if
 * it had never been there. False where no such document answers. `also` is done in the same transaction.
 */
export async function withdrawDocument(database: Database, documentId: string, also?: Also): Promise<boolean> {
  return database.transaction(async (queries) => change(queries, withdraw, documentId, also))
}

/** Lets a withdrawn document answer again, with all that it does to others. False where no such document is withdrawn. */
export async function reinstateDocument(database: Database, documentId: string, also?: Also): Promise<boolean> {
  return database.transaction(async (queries) => reinstateWithin(queries, documentId, also))
}

/** The same as part of a transaction. */
export async function reinstateWithin(queries: Queries, documentId: string, also?: Also): Promise<boolean> {
  return change(queries, reinstate, documentId, also)
}

const withdraw = 'update documents set withdrawn_at = now() where id = $1 and withdrawn_at is null returning id'
const reinstate = 'update documents set withdrawn_at = null where id = $1 and withdrawn_at is not null returning id'

async function change(queries: Queries, sql: string, documentId: string, also?: Also): Promise<boolean> {
  await lockRelations(queries)
  const rows = await queries.query(sql, [documentId])
  if (rows.length === 0) return false
  await followChangedLives(queries, [documentId])
  await also?.(queries)
  return true
}
