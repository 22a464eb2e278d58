import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import type { Database } from './database.ts'

/** Serialises migrations of several processes on one server: any fixed number of ours. */
const MIGRATION_LOCK = 7_041_949

/**
 * Brings the schema up to date: every file of `migrations/` once, in order, each in its own transaction.
 * Forward only; a released file is never edited. Returns the names applied now.
 */
export async function migrate(
  database: Database,
  folder = join(packageRoot, 'src/store/migrations'),
): Promise<string[]> {
  await database.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  const applied: string[] = []
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()) {
    const fresh = await database.transaction(async ({ query }) => {
      await query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
      const done = await query('select 1 from migrations where name = $1', [name])
      if (done.length > 0) return false
      await query(readFileSync(join(folder, name), 'utf8'))
      await query('insert into migrations (name) values ($1)', [name])
      return true
    })
    if (fresh) applied.push(name)
  }
  return applied
}
