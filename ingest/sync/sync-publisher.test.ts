import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'
import { inventedGii } from '../../tests/invented-gii.ts'
import { inTurn, serve, startLocalPublisher, type Answerer, type LocalPublisher } from '../../tests/local-publisher.ts'
import { makeZip } from '../../tests/make-zip.ts'
import { openTestSync, type TestSync } from '../../tests/sync-world.ts'
import { claimRun } from '../../src/store/claim-run.ts'
import { failRun } from '../../src/store/fail-run.ts'
import { requestRun } from '../../src/store/request-run.ts'
import { politeDefaults, type PoliteOptions } from '../sources/polite-client.ts'
import { publisherSource } from '../sources/publisher.ts'
import type { Source } from '../sources/source.ts'

const quick: PoliteOptions = { ...politeDefaults, pauseMs: 0, backoffMs: 1, attempts: 3, totalMs: 1500, idleMs: 500 }
const laws = ['eins', 'zwei', 'drei', 'vier']

await onBothDatabases('a publisher kept current', (database) => {
  let publisher: LocalPublisher
  let sync: TestSync
  beforeAll(async () => {
    sync = await openTestSync(database(), open)
  })
  afterAll(() => sync.queue.close())
  beforeEach(async () => {
    publisher = await startLocalPublisher()
    toc(laws)
    for (const slug of laws) law(slug, 'Regel.')
  })
  afterEach(async () => {
    await publisher.close()
    await database().query('truncate source_documents, observations, documents, source_checks')
  })

  /** `all`, `stamped`, or keys. */
  async function open(name: string): Promise<Source> {
    if (name === 'closed') return { ...publisherSource(publisher.address, 'all', quick), opensAt: () => opensAt }
    if (name !== 'stamped') return publisherSource(publisher.address, name === 'all' ? name : name.split(','), quick)
    const source = publisherSource(publisher.address, 'all', quick)
    return {
      ...source,
      async *items() {
        for await (const item of source.items()) yield { ...item, stamp: stamps.get(item.slug) ?? 'old' }
      },
    }
  }
  const stamps = new Map<string, string>()
  let opensAt: Date | null = null
  const tocAnswer = (slugs: string[]) =>
    serve(
      `<items>${slugs.map((slug) => `<item><title>${slug}</title><link>http://e.invalid/${slug}/xml.zip</link></item>`).join('')}</items>`,
    )
  const toc = (slugs: string[]) => publisher.answer('/gii-toc.xml', tocAnswer(slugs))
  function law(slug: string, text: string): Answerer {
    const etag = `"${slug} ${text}"`
    const zip = makeZip([
      { name: 'a.xml', content: inventedGii(`${slug.toUpperCase()}G`, { '§ 1': `${slug}: ${text}` }) },
    ])
    const answerer: Answerer = (request, response) => {
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else response.writeHead(200, { etag }).end(zip)
    }
    publisher.answer(`/${slug}/xml.zip`, answerer)
    return answerer
  }
  const live = async () => {
    const rows = await database().query<{ id: string }>(
      'select id from documents where withdrawn_at is null order by id',
    )
    return rows.map(({ id }) => id)
  }

  test('is asked whether each law changed, one after the other, and only what changed is read', async () => {
    expect((await sync.run('all')).run).toMatchObject({ state: 'done', items: 4, counts: { added: 4 } })
    publisher.asked.length = 0
    const { run } = await sync.run('all')
    expect(run.counts).toMatchObject({ added: 0, changed: 0, unchanged: 4, failed: 0 })
    expect(publisher.asked.filter((path) => path.endsWith('.zip'))).toEqual(laws.map((slug) => `/${slug}/xml.zip`))
    expect(publisher.requests.at(-1)?.headers['if-none-match']).toContain('vier')
  })

  test('an error that passes is asked again, one that stays is a failure that names its reason', async () => {
    const broken: Answerer = (_request, response) => void response.writeHead(500).end()
    publisher.answer('/eins/xml.zip', inTurn(broken, broken, law('eins', 'Regel.')))
    publisher.answer('/zwei/xml.zip', broken)
    const { run, items } = await sync.run('all')
    expect(run).toMatchObject({ state: 'done', counts: { added: 3, failed: 1 } })
    expect(items.find(({ outcome }) => outcome === 'failed')).toMatchObject({
      slug: 'zwei',
      reason: expect.stringContaining('HTTP 500'),
    })
  })

  test('a law whose server falls silent fails alone, and goes on answering as it was', async () => {
    await sync.run('all')
    publisher.answer('/drei/xml.zip', () => {})
    const { run } = await sync.run('all')
    expect(run).toMatchObject({ state: 'done', counts: { unchanged: 3, failed: 1, withdrawn: 0 } })
    expect(await live()).toHaveLength(4)
  })

  test('a law that the table of contents no longer names is not asked for and stops answering', async () => {
    await sync.run('all')
    toc(['eins', 'zwei', 'drei'])
    publisher.asked.length = 0
    const { run } = await sync.run('all')
    expect(run).toMatchObject({ state: 'done', counts: { withdrawn: 1, unchanged: 3, failed: 0 } })
    expect(publisher.asked).not.toContain('/vier/xml.zip')
    expect(await live()).toEqual(['gii:drei', 'gii:eins', 'gii:zwei'])
  })

  test('a table of contents that loses half its entries withdraws nothing and asks', async () => {
    await sync.run('all')
    toc(['eins', 'zwei'])
    const { run } = await sync.run('all')
    expect(run).toMatchObject({ state: 'stopped', counts: { kept: 2, withdrawn: 0 } })
    expect(await live()).toHaveLength(4)
  })

  test('a table of contents cut short, or not to be had, withdraws nothing', async () => {
    await sync.run('all')
    await sync.run('eins,zwei')
    publisher.answer(
      '/gii-toc.xml',
      serve('<items><item><title>eins</title><link>http://e.invalid/eins/xml.zip</link></item>'),
    )
    expect((await sync.run('all')).run).toMatchObject({ state: 'failed', counts: { withdrawn: 0, kept: 0 } })
    const { run } = await sync.run('eins,zwei')
    expect(run).toMatchObject({ state: 'done', counts: { unchanged: 2, withdrawn: 0 } })
    expect(run.note).toContain('nicht vollständig')
    publisher.answer('/gii-toc.xml', (_request, response) => void response.writeHead(502).end())
    expect((await sync.run('all')).run).toMatchObject({ state: 'failed' })
    expect(await live()).toHaveLength(4)
  })

  test('what the list says to be as it was is not asked for at all', async () => {
    await sync.run('stamped')
    publisher.asked.length = 0
    stamps.set('zwei', 'new')
    law('zwei', 'Andere Regel.')
    const { run } = await sync.run('stamped')
    expect(publisher.asked).toEqual(['/gii-toc.xml', '/gii-toc.xml', '/zwei/xml.zip'])
    expect(run.counts).toMatchObject({ unchanged: 3 })
    stamps.clear()
  })

  test('outside of its hours is not asked, and the run goes on once they have come', async () => {
    opensAt = new Date(Date.now() + 2500)
    let askedAt = 0
    publisher.answer('/gii-toc.xml', (request, response) => {
      askedAt ||= Date.now()
      tocAnswer(laws)(request, response)
    })
    const { run } = await sync.run('closed')
    expect(run).toMatchObject({ state: 'done', counts: { added: 4, failed: 0 } })
    expect(askedAt).toBeGreaterThanOrEqual(opensAt.getTime())
    opensAt = null
  })

  test('a piece outside of its hours asks for nothing either, not even for the list', async () => {
    const askedAt: number[] = []
    publisher.answer('/gii-toc.xml', (request, response) => {
      askedAt.push(Date.now())
      if (askedAt.length === 1) opensAt = new Date(Date.now() + 2500)
      tocAnswer(laws)(request, response)
    })
    const { run } = await sync.run('closed')
    expect(run).toMatchObject({ state: 'done', counts: { added: 4, failed: 0 } })
    expect(askedAt).toHaveLength(2)
    expect(askedAt[1]).toBeGreaterThanOrEqual(opensAt?.getTime() ?? Infinity)
    opensAt = null
  })

  test('is asked by one run at a time', async () => {
    const facts = { name: 'x', publisher: 'gii', asksPublisher: true }
    const [one, two] = [await requestRun(database(), 'one', 'person'), await requestRun(database(), 'two', 'person')]
    expect(await claimRun(database(), one.id, facts)).toBe('begun')
    expect(await claimRun(database(), two.id, facts)).toBe('busy')
    await failRun(database(), one.id, 'Abgebrochen.')
    expect(await claimRun(database(), two.id, facts)).toBe('begun')
    await failRun(database(), two.id, 'Abgebrochen.')
  })
})
