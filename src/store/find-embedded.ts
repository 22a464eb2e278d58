import type { Queries } from './database.ts'
import type { EmbeddingIndex } from './embedding-index.ts'

/** Which of these embedding inputs (SHA-256, hex) already have a vector in the index. */
export async function findEmbedded(queries: Queries, index: EmbeddingIndex, sha256s: string[]): Promise<Set<string>> {
  const rows = await queries.query<{ embedding_sha256: string }>(
    `select distinct p.embedding_sha256 from passages p
       join passage_vectors v on v.passage_id = p.id and v.index_id = $1
      where p.embedding_sha256 = any($2)`,
    [index.id, sha256s],
  )
  return new Set(rows.map((row) => row.embedding_sha256))
}
