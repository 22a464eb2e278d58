import { type Database, poolDatabase } from './database.ts'

/**
 * pgvector filters after the index scan: with its defaults a filter that keeps one row in ten leaves about four hits
 * (pgvector README). Iterative scans go on until there are enough.
 */
const searchSettings = '-c hnsw.ef_search=200 -c hnsw.iterative_scan=strict_order'

/** Opens a PostgreSQL server by its connection string. Nothing is contacted before the first query. */
export function openServerDatabase(url: string, connections = 16): Database {
  const place = new URL(url)
  return poolDatabase(
    { connectionString: url, max: connections, options: searchSettings },
    { kind: 'server', description: `PostgreSQL auf ${place.hostname || 'lokalem Socket'}${place.pathname}` },
  )
}
