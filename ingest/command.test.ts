import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startLocalPublisher, type LocalPublisher } from '../tests/local-publisher.ts'
import { makeZip } from '../tests/make-zip.ts'
import { runIngestCommand, type OpenLibrary } from './command.ts'
import type { ItemReport } from './report.ts'
import type { SourceItem } from './sources/source.ts'

let folder: string
let publisher: LocalPublisher
let closed: boolean
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-command-'))
  publisher = await startLocalPublisher()
  closed = false
})
afterEach(async () => {
  await publisher.close()
  await rm(folder, { recursive: true })
})

/** Takes every text whose bytes come; `breakAt`: the database goes away at that law. */
function library(breakAt?: string): OpenLibrary {
  return {
    async *ingest(source) {
      for await (const item of source.items()) {
        if (item.slug === breakAt) throw new Error('Die Datenbank antwortet nicht mehr. Läuft sie?')
        yield await feed(item)
      }
    },
    close: async () => {
      closed = true
    },
  }
}

async function feed({ slug, day, fetch }: SourceItem): Promise<ItemReport> {
  const fetched = await fetch(null)
  if (fetched.kind === 'failed') return { slug, day, outcome: 'failed', reason: fetched.reason }
  return { slug, day, outcome: 'added' }
}

async function run(line: string, open: () => Promise<OpenLibrary> = async () => library(), offline = false) {
  const out = new PassThrough()
  const err = new PassThrough()
  const settings = { giiUrl: publisher.address, offline, scanCommand: null, territory: 'DE-NW' }
  const code = await runIngestCommand(line.split(' '), { settings, openLibrary: open, out, err })
  return { code, out: String(out.read() ?? ''), err: String(err.read() ?? '') }
}

async function archive(name: string, laws: string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, makeZip(laws.map((law) => ({ name: law, content: '<erfunden/>' }))))
  return path
}

describe('npm run ingest', () => {
  it('feeds an archive and ends with 0', async () => {
    const { code, out } = await run(await archive('a.zip', ['eins/2024-01-31.xml', 'zwei/2024-01-31.xml']))
    expect(code).toBe(0)
    expect(out).toContain('2 Gesetzestexte bearbeitet')
    expect(closed).toBe(true)
  })

  it('feeds several sources, each with its report', async () => {
    const first = await archive('a.zip', ['eins/2024-01-31.xml'])
    const { code, out } = await run(`${first} demo`)
    expect(code).toBe(0)
    expect(out.match(/^Quelle: /gm)).toHaveLength(2)
    expect(out).toContain('Demonstrationssammlung (erfundenes Recht)')
  })

  it('ends with 1 where a law is missing at the publisher, and loads the others', async () => {
    publisher.answer('/gii-toc.xml', (_request, response) => void response.writeHead(200).end())
    publisher.answer('/muster/xml.zip', (_request, response) => {
      response.end(makeZip([{ name: 'BJNR.xml', content: '<erfunden/>' }]))
    })
    const { code, out } = await run('publisher:muster,fehlt')
    expect(code).toBe(1)
    expect(out).toContain('Das Gesetz „fehlt“ gibt es beim Herausgeber nicht (404).')
    expect(out).toMatch(/neu +1\n/)
  })

  it('ends with 2 and the usage where it is called wrongly', async () => {
    const { code, err, out } = await run('demo --schnell')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/--schnell gibt es nicht[^]*Aufruf:/)
  })

  it('helps', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    expect(out).toContain('publisher:all')
  })

  it.each([
    ['schmarrn', 'gibt es nicht'],
    ['fehlt.tar.xz', 'gibt es nicht'],
    ['publisher', 'antwortet nicht binnen 3 Sekunden'],
  ])('ends with 3 where the source %s is not to be had, before the database is opened', async (source, problem) => {
    publisher.answer('/gii-toc.xml', (_request, response) => void response.writeHead(503).end())
    const { code, err } = await run(source, () => Promise.reject(new Error('nie geöffnet')))
    expect(code).toBe(3)
    expect(err).toContain(problem)
  })

  it('does not ask the publisher where that is forbidden', async () => {
    const { code, err } = await run('gii', undefined, true)
    expect(code).toBe(3)
    expect(err).toContain('FUNDSTELLE_OFFLINE')
    expect(publisher.asked).toEqual([])
  })

  it('ends with 3 where the data folder is locked', async () => {
    const { code, err } = await run('demo', () => Promise.reject(new Error('Der Datenordner wird benutzt.')))
    expect(code).toBe(3)
    expect(err).toContain('Der Datenordner wird benutzt.')
  })

  it('ends with 3 where the database goes away, and reports what was done before', async () => {
    const path = await archive('a.zip', ['eins/2024-01-31.xml', 'zwei/2024-01-31.xml'])
    const { code, out, err } = await run(path, async () => library('zwei'))
    expect(code).toBe(3)
    expect(out).toContain('1 Gesetzestext bearbeitet')
    expect(err).toContain('Abgebrochen; was oben steht, ist getan: Die Datenbank antwortet nicht mehr.')
    expect(closed).toBe(true)
  })

  it('prints one JSON report with --json, and nothing else on stdout', async () => {
    const { code, out } = await run(`${await archive('a.zip', ['eins/2024-01-31.xml'])} --json`)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      error: null,
      reports: [{ counts: { added: 1, failed: 0 }, items: [{ slug: 'eins', day: '2024-01-31', outcome: 'added' }] }],
    })
  })

  it('prints JSON with the error where nothing could be done', async () => {
    const { code, out } = await run('schmarrn --json')
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ reports: [], error: expect.stringContaining('gibt es nicht') as string })
  })

  it('takes only the laws named, and says which were not there', async () => {
    const path = await archive('a.zip', ['eins/2024-01-31.xml', 'zwei/2024-01-31.xml'])
    const { code, out } = await run(`${path} --only zwei,drei`)
    expect(code).toBe(0)
    expect(out).toContain('1 Gesetzestext bearbeitet')
    expect(out).toContain('drei: Mit --only gewünscht, aber nicht in dieser Quelle.')
  })
})
