import { toSql } from 'pgvector'
import type { EmbeddingIndex } from '../src/store/embedding-index.ts'
import { findByVector } from '../src/store/find-by-vector.ts'
import { liveDocuments, type Scope, scopeParameters } from '../src/store/scope.ts'
import type { Library } from '../src/wiring.ts'
import { embeddingOf, type Meter, mean, readInquiries } from './retrieval-steps.ts'

/**
 * How many of the exact nearest `most` passages `findByVector` gives among its first `most`, as a mean over the development
 * questions within a scope, with what it costs and how many hits came back of the 200 asked for.
 */
export async function measureRecall(
  library: Library,
  meter: Meter,
  narrow: Partial<Scope>,
  most: number,
): Promise<{ recall: number; cpuMs: number; hits: number }> {
  const { inquiries } = await readInquiries(library)
  const { embedding, index } = await embeddingOf(library)
  const recalls: number[] = []
  const times: number[] = []
  const hits: number[] = []
  for (const { question } of inquiries) {
    const scope = { ...question, ...narrow }
    const [vector] = await embedding.embed([question.text], 'query')
    const exact = await scanExactly(library, index, vector as Float32Array, scope, most)
    const before = meter()
    const found = await findByVector(library.database, index, vector as Float32Array, scope, 200)
    const after = meter()
    times.push(after.client + after.server - before.client - before.server)
    hits.push(found.length)
    const ids = new Set(found.slice(0, most).map(({ rowId }) => rowId))
    recalls.push(exact.filter((id) => ids.has(id)).length / exact.length)
  }
  return { recall: mean(recalls), cpuMs: mean(times), hits: mean(hits) }
}

/** The rows of the nearest passages by a scan of all vectors; the addition keeps the planner from any index. */
async function scanExactly(
  { database }: Library,
  index: EmbeddingIndex,
  vector: Float32Array,
  scope: Scope,
  limit: number,
): Promise<number[]> {
  const type = `halfvec(${Number(index.dimension)})`
  const rows = await database.query<{ passage_id: number }>(
    `select v.passage_id from passage_vectors v
      where v.index_id = $6 and v.validity @> $1::date and v.document_id in (${liveDocuments})
      order by (v.embedding::${type} <=> $4::${type}) + 0, v.passage_id limit $5`,
    [...scopeParameters(scope), toSql(Array.from(vector)), limit, index.id],
  )
  return rows.map(({ passage_id: id }) => id)
}
