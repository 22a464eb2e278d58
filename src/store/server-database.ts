import { type Database, poolDatabase } from './database.ts'
import { LEAST_SIMILAR } from './scored-by-words.ts'

/**
 * pgvector filters after the index scan: of a million passages its defaults leave 4 hits of a scope that keeps one in nine,
 * and 0.28 of the nearest ten. Iterated scans go on until there are enough; the strict order drops what they meet late
 * (docs/scale.md). The trigram index looks at fewer words, the higher the least likeness.
 */
const searchSettings = `-c hnsw.ef_search=500 -c hnsw.iterative_scan=relaxed_order -c pg_trgm.similarity_threshold=${LEAST_SIMILAR}`

/** Opens a PostgreSQL server by its connection string. Nothing is contacted before the first query. */
export function openServerDatabase(url: string, connections = 16): Database {
  const place = new URL(url)
  return poolDatabase(
    { connectionString: url, max: connections, options: searchSettings },
    { kind: 'server', description: `PostgreSQL auf ${place.hostname || 'lokalem Socket'}${place.pathname}` },
  )
}
