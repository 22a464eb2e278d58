import { compactPostings } from './compact-postings.ts'
import type { Database } from './database.ts'

/**
 * Merges the postings that the feed left behind, clears what updates left behind and renews the planner's statistics, after a feed. The embedded database has no
 * autovacuum: without this a scan reads every row twice (measured: 714 ms before, 110 ms after, 21,000 vectors).
 */
export async function tidy(database: Database): Promise<void> {
  await compactPostings(database)
  await database.query(
    'vacuum (analyze) documents, versions, observations, norms, version_norms, passages, passage_vectors, postings, lexemes, edges, relations, implemented_norms',
  )
}
