import { type Database, poolDatabase } from './database.ts'

/** Opens a PostgreSQL server by its connection string. Nothing is contacted before the first query. */
export function openServerDatabase(url: string, connections = 10): Database {
  const place = new URL(url)
  return poolDatabase(
    { connectionString: url, max: connections },
    { kind: 'server', description: `PostgreSQL auf ${place.hostname || 'lokalem Socket'}${place.pathname}` },
  )
}
