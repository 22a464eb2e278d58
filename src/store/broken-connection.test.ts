import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../tests/postgres-server.ts'
import { DatabaseGoneError } from './database-gone-error.ts'
import { openServerDatabase } from './server-database.ts'

const postgres = await startPostgres()

describe.skipIf('missing' in postgres)('a connection that breaks', () => {
  const server = postgres as Exclude<typeof postgres, { missing: string }>
  const database = openServerDatabase(server.url)
  afterAll(async () => {
    await database.close()
    server.stop()
  })

  test('in the middle of a transaction ends that transaction, and not the process', async () => {
    await database.query('create table held (name text)')
    const broken = database.transaction(async ({ query }) => {
      const [backend] = await query<{ pid: number }>('select pg_backend_pid() as pid')
      await query(`insert into held values ('halb')`)
      await database.query('select pg_terminate_backend($1)', [backend?.pid])
      await wait(100)
      await query('select 1')
    })
    await expect(broken).rejects.toThrow(DatabaseGoneError)
    expect(await database.query('select name from held')).toEqual([])
  })
})
