import type { Database } from './database.ts'
import { OtherEmbeddingModelError } from './other-embedding-model-error.ts'

/** One set of vectors: a model and its dimension. Exactly one is active and answers. */
export interface EmbeddingIndex {
  id: number
  model: string
  dimension: number
}

/** The active index as it is stored; null where there is none yet. */
export async function findEmbeddingIndex(database: Database): Promise<EmbeddingIndex | null> {
  const [active] = await database.query<EmbeddingIndex>(
    'select id, model, dimension from embedding_indexes where active',
  )
  return active ?? null
}

/**
 * The active index, made on first use. On a server its vectors get an HNSW index (cosine, halfvec); embedded they are
 * scanned exactly (building HNSW in WebAssembly takes minutes: design.md, Scale).
 *
 * @throws OtherEmbeddingModelError when vectors of another model are stored
 */
export async function openEmbeddingIndex(
  database: Database,
  model: string,
  dimension: number,
): Promise<EmbeddingIndex> {
  await database.query(
    `insert into embedding_indexes (model, dimension, active)
     select $1, $2, true where not exists (select 1 from embedding_indexes where active) on conflict do nothing`,
    [model, dimension],
  )
  const active = await findEmbeddingIndex(database)
  if (!active || active.model !== model || active.dimension !== dimension) {
    throw new OtherEmbeddingModelError(active?.model ?? 'unbekannt', model)
  }
  if (database.kind === 'server') await indexVectors(database, active)
  return active
}

async function indexVectors(database: Database, { id, dimension }: EmbeddingIndex): Promise<void> {
  await database.query(
    `create index if not exists passage_vectors_hnsw_${Number(id)} on passage_vectors
       using hnsw ((embedding::halfvec(${Number(dimension)})) halfvec_cosine_ops) where index_id = ${Number(id)}`,
  )
}
