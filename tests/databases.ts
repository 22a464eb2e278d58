import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../src/store/database.ts'
import { openEmbeddedDatabase } from '../src/store/embedded-database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openServerDatabase } from '../src/store/server-database.ts'
import { startPostgres } from './postgres-server.ts'

/**
 * Runs the same tests on the embedded database and on a PostgreSQL server, each real, fresh and migrated.
 * Without Python the server's tests are skipped, and their title says why.
 */
export async function onBothDatabases(title: string, tests: (database: () => Database) => void): Promise<void> {
  describe(`${title} (embedded)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'fundstelle-test-'))
    let database: Database
    beforeAll(async () => {
      database = await openEmbeddedDatabase(folder)
      await migrate(database)
    })
    afterAll(async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    })
    tests(() => database)
  })
  const server = await startPostgres()
  if ('missing' in server) {
    describe.skip(`${title} (server: ${server.missing})`, () => tests(() => undefined as never))
    return
  }
  describe(`${title} (server)`, () => {
    const database = openServerDatabase(server.url)
    beforeAll(async () => {
      await migrate(database)
    })
    afterAll(async () => {
      await database.close()
      server.stop()
    })
    tests(() => database)
  })
}
