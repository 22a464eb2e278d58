import type { Database } from './database.ts'
import { ownVectors } from './lock-vectors.ts'

/**
 * Lets an index answer instead of the active one, in one transaction, once every passage has a vector in it.
 * `incomplete`: some have none, nothing was changed; `gone`: the index was removed.
 */
export async function switchIndex(database: Database, indexId: number): Promise<'switched' | 'incomplete' | 'gone'> {
  return database.transaction(async (queries) => {
    await ownVectors(queries)
    const { query } = queries
    const there = await query('select 1 from embedding_indexes where id = $1', [indexId])
    if (there.length === 0) return 'gone'
    const missing = await query(
      `select 1 from passages p
        where not exists (select 1 from passage_vectors v where v.index_id = $1 and v.passage_id = p.id) limit 1`,
      [indexId],
    )
    if (missing.length > 0) return 'incomplete'
    await query('update embedding_indexes set active = false where active and id <> $1', [indexId])
    const changed = await query(
      'update embedding_indexes set active = true where id = $1 and not active returning id',
      [indexId],
    )
    if (changed.length > 0) await query('update corpus_state set revision = revision + 1, changed_at = now()')
    return 'switched'
  })
}
