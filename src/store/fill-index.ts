import type { Database } from './database.ts'
import { ownVectors } from './lock-vectors.ts'
import { vectorRows } from './vector-rows.ts'

/**
 * Gives an index the vectors of every passage that reads one of these inputs (by SHA-256), with the passage's days.
 * One short transaction. Returns how many passages got theirs; null where the index was removed.
 */
export async function fillIndex(
  database: Database,
  indexId: number,
  vectors: Map<string, Float32Array>,
): Promise<number | null> {
  return database.transaction(async (queries) => {
    await ownVectors(queries)
    const there = await queries.query('select 1 from embedding_indexes where id = $1', [indexId])
    if (there.length === 0) return null
    const inserted = await queries.query(
      `insert into passage_vectors (index_id, passage_id, document_id, validity, embedding)
       select $1::int, p.id, p.document_id, p.validity, r.vector::halfvec
         from jsonb_to_recordset($2) as r(sha256 text, vector text) join passages p on p.embedding_sha256 = r.sha256
       on conflict do nothing returning passage_id`,
      [indexId, vectorRows(vectors)],
    )
    return inserted.length
  })
}
