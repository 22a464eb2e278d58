import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client, Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serveEmbedded } from './embedded-server.ts'

describe('clients that share the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-share-'))
  let pglite: PGlite
  let server: Awaited<ReturnType<typeof serveEmbedded>>

  beforeAll(async () => {
    pglite = await PGlite.create()
    server = await serveEmbedded(pglite, join(folder, '.s.PGSQL.5432'), 300)
    await pglite.exec('create table held (name text)')
  })
  beforeEach(() => pglite.exec('truncate held'))
  afterAll(async () => {
    await server.close()
    await pglite.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const connect = async () => {
    const client = new Client({ host: folder, user: 'postgres', database: 'postgres' })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  const held = async (client: Client) => (await client.query('select name from held order by name')).rows

  test('never get an answer to another’s question, however long the questions are', async () => {
    const pool = new Pool({ host: folder, user: 'postgres', database: 'postgres', max: 6 })
    // Longer than a socket's buffer: it arrives in pieces, and the others' requests arrive in between.
    const long = 'y'.repeat(400_000)
    const answers = await Promise.all(
      Array.from({ length: 120 }, async (_, at) => {
        if (at % 3 === 0) return (await pool.query('select length($1::text) as n', [`${long}${at}`])).rows[0].n
        if (at % 3 === 1) return (await pool.query('select $1::int as n', [at])).rows[0].n
        return (await pool.query(`select ${at} as n`)).rows[0].n
      }),
    )
    expect(answers).toEqual(Array.from({ length: 120 }, (_, at) => (at % 3 === 0 ? long.length + `${at}`.length : at)))
    await pool.end()
  })

  test('are not troubled by another’s mistake', async () => {
    const [one, two] = [await connect(), await connect()]
    for (let round = 0; round < 20; round += 1) {
      const mistake = one.query('select $1::int', ['keine Zahl']).catch(() => 'refused')
      expect((await two.query('select $1::int as n', [round])).rows).toEqual([{ n: round }])
      expect(await mistake).toBe('refused')
    }
    await Promise.all([one.end(), two.end()])
  })

  test('do not see what another has not yet committed, and wait for it', async () => {
    const [one, two] = [await connect(), await connect()]
    await one.query('begin')
    await one.query('insert into held values ($1)', ['eins'])
    const seen = held(two)
    await one.query('insert into held values ($1)', ['zwei'])
    await one.query('commit')
    expect(await seen).toEqual([{ name: 'eins' }, { name: 'zwei' }])
    await Promise.all([one.end(), two.end()])
  })

  test('go on when another breaks off in the middle of a transaction', async () => {
    const two = await connect()
    for (let round = 0; round < 10; round += 1) {
      const one = await connect()
      const begun = one.query('begin')
      if (round % 2 === 0) await begun
      if (round % 2 === 0)
        void one.query('insert into held values ($1)', ['halb'.repeat(round * 20_000)]).catch(() => {})
      ;(one as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
      await begun.catch(() => {})
      expect(await held(two)).toEqual([])
    }
    await two.end()
  })

  test('go on when another is silent in the middle of a transaction', async () => {
    const [one, two] = [await connect(), await connect()]
    await one.query('begin')
    await one.query(`insert into held values ('stumm')`)
    expect(await held(two)).toEqual([])
    await expect(one.query('commit')).rejects.toThrow(/connection error|Connection terminated/)
    await two.end()
  })

  test('are cut off, and no others let in, when the database itself breaks', async () => {
    const path = join(folder, 'broken')
    mkdirSync(path)
    const breaks = { execProtocolRawStream: () => Promise.reject(new Error('No space left on device')) }
    const broken = await serveEmbedded(breaks as unknown as PGlite, join(path, '.s.PGSQL.5432'))
    const connecting = () => new Client({ host: path, user: 'postgres', database: 'postgres' }).connect()
    await expect(connecting()).rejects.toThrow('Connection terminated')
    await expect(connecting()).rejects.toThrow(/ENOENT|ECONNREFUSED/)
    await broken.close()
  })
})
