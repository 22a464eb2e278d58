import type { Queries } from './database.ts'

/** Thrown when the PostgreSQL server is too old, or lacks pgvector. */
export class UnsuitableServerError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnsuitableServerError'
  }
}

/**
 * Refuses PostgreSQL below 16 and pgvector below 0.8.2 (buffer overflow in parallel HNSW builds), and returns a
 * warning below 0.8.4 (index errors after HNSW vacuum), else null. Source: pgvector CHANGELOG.
 */
export async function checkServer(queries: Queries): Promise<string | null> {
  const [facts] = await queries.query<{ server: number; pgvector: string | null }>(
    `select current_setting('server_version_num')::int as server,
            (select default_version from pg_available_extensions where name = 'vector') as pgvector`,
  )
  const installed = await queries.query<{ extversion: string }>(
    `select extversion from pg_extension where extname = 'vector'`,
  )
  const pgvector = installed[0]?.extversion ?? facts?.pgvector ?? null
  if (!facts || facts.server < 160_000)
    throw new UnsuitableServerError('PostgreSQL 16 oder neuer wird gebraucht. Bitte den Server aktualisieren.')
  if (!pgvector)
    throw new UnsuitableServerError(
      'Dem PostgreSQL-Server fehlt die Erweiterung pgvector. Bitte Version 0.8.4 oder neuer installieren.',
    )
  return judgePgvector(pgvector)
}

/** @throws UnsuitableServerError below 0.8.2 */
export function judgePgvector(version: string): string | null {
  if (isOlder(version, [0, 8, 2])) {
    throw new UnsuitableServerError(
      `pgvector ${version} hat einen Pufferüberlauf beim Indexaufbau. Bitte auf 0.8.4 oder neuer aktualisieren.`,
    )
  }
  if (isOlder(version, [0, 8, 4])) {
    return `pgvector ${version} kann HNSW-Indizes beim VACUUM beschädigen. Bitte auf 0.8.4 oder neuer aktualisieren.`
  }
  return null
}

function isOlder(version: string, than: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [place, least] of than.entries()) {
    const part = parts[place] ?? 0
    if (part !== least) return part < least
  }
  return false
}
