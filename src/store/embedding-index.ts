import type { Database, Queries } from './database.ts'
import { ownVectors } from './lock-vectors.ts'

/** One set of vectors: a model and its dimension. Exactly one is active and answers. */
export interface EmbeddingIndex {
  id: number
  model: string
  dimension: number
}

/** The index that answers now; another process may have switched since it was last asked. Null where there is none yet. */
export async function findActiveIndex({ query }: Queries): Promise<EmbeddingIndex | null> {
  const [active] = await query<EmbeddingIndex>('select id, model, dimension from embedding_indexes where active')
  return active ?? null
}

/**
 * The index of a model, made on first use: active where there is no other, else one to be filled beside it. An existing
 * one keeps its dimension. On a server its vectors get an HNSW index (cosine, halfvec) while they are few; embedded they
 * are scanned exactly (building HNSW in WebAssembly takes minutes: design.md, Scale).
 */
export async function openEmbeddingIndex(
  database: Database,
  model: string,
  dimension: number,
): Promise<EmbeddingIndex> {
  let index: EmbeddingIndex | undefined
  while (!index) {
    await database.query(
      `insert into embedding_indexes (model, dimension, active)
       select $1, $2, not exists (select 1 from embedding_indexes where active) on conflict do nothing`,
      [model, dimension],
    )
    const found = await database.query<EmbeddingIndex>(
      'select id, model, dimension from embedding_indexes where model = $1',
      [model],
    )
    index = found[0]
  }
  if (database.kind === 'server') await indexVectors(database, index)
  return index
}

/** Of a million passages pgvector's own 16 and 64 find 0.95 of the nearest ten, these 0.99, for half as much time again (docs/scale.md). */
const graph = 'm = 24, ef_construction = 128'

/** Alone, because two processes that make the same index at once would disturb each other. */
async function indexVectors(database: Database, { id, dimension }: EmbeddingIndex): Promise<void> {
  await database.transaction(async (queries) => {
    await ownVectors(queries)
    await queries.query(
      `create index if not exists passage_vectors_hnsw_${Number(id)} on passage_vectors
         using hnsw ((embedding::halfvec(${Number(dimension)})) halfvec_cosine_ops) with (${graph}) where index_id = ${Number(id)}`,
    )
  })
}
