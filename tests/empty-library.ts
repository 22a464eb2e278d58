import type { Database } from '../src/store/database.ts'

/** Takes out every law and every index: as good as a new database, and far faster. */
export async function emptyLibrary({ query }: Database): Promise<void> {
  await query(
    'truncate documents, relations, implemented_norms, versions, observations, corrected_observations, norms, version_norms, passages, passage_vectors, postings, lexemes, edges, embedding_indexes',
  )
}
