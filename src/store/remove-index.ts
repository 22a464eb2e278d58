import type { Database } from './database.ts'
import { ownVectors } from './lock-vectors.ts'

/** Vectors a transaction; small, because the embedded database serves nobody else meanwhile. */
const BATCH = 2000

/** Removes an index with its vectors, in short transactions; one that is active, or becomes so, is left alone. */
export async function removeIndex(database: Database, indexId: number): Promise<void> {
  if (database.kind === 'server') await dropVectorIndexes(database, indexId)
  while ((await removeBatch(database, indexId)) === 'more');
}

async function removeBatch(database: Database, indexId: number): Promise<'more' | 'done'> {
  return database.transaction(async (queries) => {
    await ownVectors(queries)
    const idle = await queries.query('select 1 from embedding_indexes where id = $1 and not active', [indexId])
    if (idle.length === 0) return 'done'
    const removed = await queries.query(
      `delete from passage_vectors where index_id = $1 and passage_id in (
         select passage_id from passage_vectors where index_id = $1 order by passage_id limit $2) returning passage_id`,
      [indexId, BATCH],
    )
    if (removed.length > 0) return 'more'
    await queries.query('delete from embedding_indexes where id = $1', [indexId])
    return 'done'
  })
}

/** Concurrently: a plain drop waits for whoever reads (a backup), and every search would wait behind it. */
async function dropVectorIndexes(database: Database, indexId: number): Promise<void> {
  const names = await database.query<{ name: string }>(
    `select indexname as name from pg_indexes join embedding_indexes i on i.id = $1 and not i.active
      where schemaname = current_schema() and tablename = 'passage_vectors'
        and indexdef like '%(index_id = ' || i.id || ')%'`,
    [indexId],
  )
  for (const { name } of names) await database.query(`drop index concurrently if exists "${name}"`)
}
