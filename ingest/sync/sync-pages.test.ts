import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'
import { serve, startLocalPublisher, type Answerer, type LocalPublisher } from '../../tests/local-publisher.ts'
import { openTestSync, type TestSync } from '../../tests/sync-world.ts'
import { confirmRun } from '../../src/store/confirm-run.ts'
import { bverwgSite } from '../sources/decision-sites.ts'
import { decisionPages } from '../sources/decision-pages.ts'
import { politeDefaults, type PoliteOptions } from '../sources/polite-client.ts'

const quick: PoliteOptions = { ...politeDefaults, pauseMs: 0, backoffMs: 1, attempts: 2, totalMs: 1500, idleMs: 500 }
const page = readFileSync(new URL('../parse/rulings/__fixtures__/muster-bverwg.html', import.meta.url))
const keys = ['030299U1C7.98.0', '040299B1C9.98.0']

await onBothDatabases('pages of a publisher who has no list of all', (database) => {
  let publisher: LocalPublisher
  let sync: TestSync
  let share = 1
  beforeAll(async () => {
    const open = async (name: string) => decisionPages(publisher.address, name, bverwgSite, quick)
    sync = await openTestSync(database(), open, async () => ({ share, most: 10 }))
  })
  afterAll(() => sync.queue.close())
  beforeEach(async () => {
    publisher = await startLocalPublisher()
    for (const key of keys) publisher.answer(`/${key}`, serve(page, { etag: '"1"' }))
    publisher.answer('/treffer', serve(keys.map((key) => `<a href="/${key}">x</a>`).join('')))
  })
  afterEach(async () => {
    share = 1
    await publisher.close()
    await database().query('truncate source_documents, observations, documents, source_checks')
  })
  const live = async () => {
    const rows = await database().query<{ id: string }>(
      'select id from documents where withdrawn_at is null order by id',
    )
    return rows.map(({ id }) => id)
  }
  const status =
    (code: number): Answerer =>
    (_request, response) =>
      void response.writeHead(code).end()
  const [first, second] = keys.map((key) => `bverwg:${key}`)

  test.each([404, 410])(
    'one that it has no more (%d) stops answering, and answers again once it is back',
    async (code) => {
      await sync.run('/treffer')
      publisher.answer(`/${keys[1]}`, status(code))
      const { run, items } = await sync.run('/treffer')
      expect(run).toMatchObject({ state: 'done', counts: { withdrawn: 1, unchanged: 1, failed: 0, kept: 0 } })
      expect(items).toMatchObject([{ documentId: second, outcome: 'withdrawn' }])
      expect(await live()).toEqual([first])
      expect((await sync.run('/treffer')).run).toMatchObject({ state: 'done', counts: { failed: 1, unchanged: 1 } })
      publisher.answer(`/${keys[1]}`, serve(page))
      expect((await sync.run('/treffer')).run.counts).toMatchObject({ returned: 1, failed: 0 })
      expect(await live()).toEqual([first, second])
    },
  )

  test('more than the guard allows are kept until a person agrees', async () => {
    share = 0.1
    await sync.run(keys[1] ?? '')
    publisher.answer(`/${keys[1]}`, status(404))
    const { run } = await sync.run(keys[1] ?? '')
    expect(run).toMatchObject({ state: 'stopped', counts: { kept: 1, withdrawn: 0, failed: 0, unchanged: 0 } })
    expect(run.failure).toContain('1 von 1')
    expect(await live()).toEqual([second])
    expect(await confirmRun(database(), run.id, 'test')).toEqual({ kind: 'done', withdrawn: 1 })
    expect(await live()).toEqual([])
  })

  test('one that is not linked any more, is in trouble or was never there stops nothing from answering', async () => {
    await sync.run('/treffer')
    publisher.answer('/treffer', serve(`<a href="/${keys[0]}">x</a><a href="/050299U1C1.98.0">x</a>`))
    publisher.answer(`/${keys[0]}`, status(500))
    const { run } = await sync.run('/treffer')
    expect(run).toMatchObject({ state: 'done', counts: { withdrawn: 0, kept: 0, failed: 2 } })
    expect(await live()).toEqual([first, second])
  })
})
