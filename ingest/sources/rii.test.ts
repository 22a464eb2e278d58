import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inTurn, serve, startLocalPublisher, type LocalPublisher } from '../../tests/local-publisher.ts'
import { makeZip } from '../../tests/make-zip.ts'
import { politeDefaults, type PoliteOptions } from './polite-client.ts'
import { riiSource } from './rii.ts'
import { readRulingWish, type RulingWish } from './ruling-wish.ts'
import type { Fetched, Validators } from './source.ts'

const quick: PoliteOptions = { ...politeDefaults, pauseMs: 0, backoffMs: 1, attempts: 2, totalMs: 2000, idleMs: 300 }

interface Entry {
  court: string
  day: string
  slug: string
  modified?: string
}

const entries: Entry[] = [
  { court: 'BVerwG 1. Senat', day: '20990203', slug: 'JURE999900001' },
  { court: 'BVerwG 2. Senat', day: '20990303', slug: 'JURE999900002' },
  { court: 'BVerwG 1. Senat', day: '20900203', slug: 'JURE999900003' },
  { court: 'BGH 9. Zivilsenat', day: '20990203', slug: 'KORE999900004' },
]

const tocOf = (list: Entry[]) => `<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE items [ <!ELEMENT items (item)*> ]>
<!-- erfunden -->
<items>${list
  .map(
    ({ court, day, slug, modified = '2099-04-14T21:14:20.772Z' }) => `<item>
 <gericht>${court}</gericht>
 <entsch-datum>${day}</entsch-datum>
 <aktenzeichen>1 C 7/98</aktenzeichen>
 <link>http://www.example.org/jportal/docs/bsjrs/jb-${slug}.zip</link>
 <modified>${modified}</modified>
</item>`,
  )
  .join('')}</items>`

const decision = (norm: string) => `<dokument><!-- erfunden --><norm>${norm}</norm></dokument>`
const zipOf = (slug: string, content: string) => makeZip([{ name: `jb-${slug}.xml`, content }])
const pathOf = (slug: string) => `/jportal/docs/bsjrs/jb-${slug}.zip`

let publisher: LocalPublisher
beforeEach(async () => {
  publisher = await startLocalPublisher()
  publisher.answer('/rii-toc.xml', serve(tocOf(entries)))
  for (const { slug } of entries)
    publisher.answer(pathOf(slug), serve(zipOf(slug, decision(slug.endsWith('1') ? '§ 3 MusterG' : '§ 1 AnderesG'))))
})
afterEach(() => publisher.close())

function wishOf(words: string): RulingWish {
  const wish = readRulingWish(words)
  if (typeof wish === 'string') throw new Error(wish)
  return wish
}

const norms = (bytes: Uint8Array) => [/<norm>(.*?)</.exec(Buffer.from(bytes).toString())?.[1] ?? '']
const source = (words: string) => riiSource(publisher.address, wishOf(words), norms, quick)

async function fetchAll(words: string, known: Record<string, Validators> = {}): Promise<Record<string, Fetched>> {
  const fetched: Record<string, Fetched> = {}
  for await (const item of source(words).items()) fetched[item.slug] = await item.fetch(known[item.slug] ?? null)
  return fetched
}

const kinds = (fetched: Record<string, Fetched>) =>
  Object.entries(fetched).map(([slug, { kind }]) => `${slug.slice(-1)} ${kind}`)

describe('which decisions are asked for', () => {
  it.each([
    ['', ['1 bytes', '2 bytes', '3 bytes', '4 bytes']],
    ['BVerwG', ['1 bytes', '2 bytes', '3 bytes']],
    ['BVerwG 1. Senat', ['1 bytes', '3 bytes']],
    ['BGH,BVerwG 2. Senat', ['2 bytes', '4 bytes']],
    ['BVerwG,from=2099-01-01,to=2099-02-28', ['1 bytes']],
    ['Bundesverwaltungsgericht 1. Senat', ['1 bytes', '3 bytes']],
    ['norm=MusterG,norm=§ 1 AnderesG,BVerwG', ['1 bytes', '2 bytes', '3 bytes']],
    ['norm=MusterG,BVerwG', ['1 bytes', '2 not_wanted', '3 not_wanted']],
    ['norm=§ 3 MusterG', ['1 bytes', '2 not_wanted', '3 not_wanted', '4 not_wanted']],
    ['norm=§ 4 MusterG,BGH', ['4 not_wanted']],
  ])('„%s“', async (words, expected) => {
    expect(kinds(await fetchAll(words))).toEqual(expected)
  })

  it.each(['BV', 'BVerwG,BVerG', 'BVerwG 11. Senat'])(
    'a court that the list does not have is said back: „%s“',
    async (words) => {
      await expect(fetchAll(words)).rejects.toThrow(/steht nichts im Verzeichnis.*BGH, BVerwG/)
    },
  )

  it('is said back where it cannot be understood', () => {
    expect(readRulingWish('BVerwG,seit=2020')).toMatch(/„seit=2020“ ist nicht zu verstehen/)
    expect(readRulingWish('from=gestern')).toMatch(/from=2023-01-01/)
  })
})

describe('a decision that is there', () => {
  it('comes unpacked, with its day and its address', async () => {
    for await (const item of source('BGH').items()) {
      expect(item).toMatchObject({ slug: 'KORE999900004', day: '2099-02-03' })
      expect(item.origin).toBe(`${publisher.address}${pathOf('KORE999900004')}`)
      const fetched = await item.fetch(null)
      expect(fetched.kind === 'bytes' && Buffer.from(fetched.bytes).toString()).toContain('AnderesG')
    }
  })

  it('is not asked for again as long as the list says that it is unchanged', async () => {
    const [first] = Object.values(await fetchAll('BGH'))
    const validators = first?.kind === 'bytes' ? first.validators : null
    expect(kinds(await fetchAll('BGH', { KORE999900004: validators! }))).toEqual(['4 not_modified'])
    expect(publisher.asked.filter((path) => path === pathOf('KORE999900004'))).toHaveLength(1)
  })

  it('is asked for conditionally where the list says otherwise, and a 304 is believed and remembered', async () => {
    publisher.answer(pathOf('KORE999900004'), (request, response) => {
      if (request.headers['if-none-match'] === '"a1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"a1"' }).end(zipOf('KORE999900004', decision('§ 1 AnderesG')))
    })
    const [first] = Object.values(await fetchAll('BGH'))
    const validators = first?.kind === 'bytes' ? first.validators : null
    const later = entries.map((entry) => ({ ...entry, modified: '2099-05-01T00:00:00Z' }))
    publisher.answer('/rii-toc.xml', serve(tocOf(later)))
    const [second] = Object.values(await fetchAll('BGH', { KORE999900004: validators! }))
    expect(second).toMatchObject({ kind: 'not_modified', validators: { etag: '"a1"' } })
    const remembered = second?.kind === 'not_modified' ? second.validators : undefined
    expect(kinds(await fetchAll('BGH', { KORE999900004: remembered! }))).toEqual(['4 not_modified'])
    expect(publisher.asked.filter((path) => path === pathOf('KORE999900004'))).toHaveLength(2)
  })

  it('and was passed over for its norm is looked at again when another norm is asked for', async () => {
    const passed = await fetchAll('BGH,norm=MusterG')
    const validators = passed['KORE999900004']?.kind === 'not_wanted' ? passed['KORE999900004'].validators : null
    const known = { KORE999900004: validators! }
    expect(kinds(await fetchAll('BGH,norm=MusterG', known))).toEqual(['4 not_modified'])
    expect(kinds(await fetchAll('BGH,norm=AnderesG', known))).toEqual(['4 bytes'])
    expect(kinds(await fetchAll('BGH', known))).toEqual(['4 bytes'])
  })

  it('is not fetched over and over by two selections that look for norms of their own', async () => {
    let known: Validators | null = null
    for (const words of ['BGH,norm=MusterG', 'BGH,norm=AnderesG', 'BGH,norm=MusterG', 'BGH,norm=AnderesG']) {
      const [fetched]: (Fetched | undefined)[] = Object.values(
        await fetchAll(words, known === null ? {} : { KORE999900004: known }),
      )
      if (fetched?.kind === 'bytes' || fetched?.kind === 'not_wanted') known = fetched.validators
    }
    expect(publisher.asked.filter((path) => path === pathOf('KORE999900004'))).toHaveLength(2)
  })

  it('carries what the list says of its state, so that a run need not look at it', async () => {
    for await (const item of source('BGH').items()) expect(item.stamp).toBe('2099-04-14T21:14:20.772Z')
  })
})

describe('what the publisher has', () => {
  it('is told whole, whatever was asked for: what is stored and not in it was withdrawn', async () => {
    expect(await source('BGH').keys?.()).toEqual(entries.map(({ slug }) => slug))
  })

  it('is complete for a court and a period, up to the time decisions take to be published', async () => {
    publisher.answer('/rii-toc.xml', serve(tocOf(entries.map((entry) => ({ ...entry, day: '20200203' })))))
    const covered = async (words: string) => {
      const one = source(words)
      for await (const item of one.items()) expect(item.slug).toBeTruthy()
      return one.covers?.().map(({ court, from }) => `${court} ${from}`)
    }
    expect(await covered('')).toEqual(['BVerwG 2010-01-01', 'BGH 2010-01-01'])
    expect(await covered('BVerwG,from=2015-01-01')).toEqual(['BVerwG 2015-01-01'])
    expect(await covered('BVerwG,norm=MusterG')).toEqual([])
    expect(await covered('BVerwG 1. Senat')).toEqual([])
    expect(await covered('BVerwG,from=2099-01-01')).toEqual([])
  })
})

describe('the publisher in trouble', () => {
  it.each([
    ['404', null, /kein lesbares Verzeichnis/],
    ['a page', serve('<html>Wartung</html>'), /kein lesbares Verzeichnis/],
    ['a list cut off', serve(tocOf(entries).slice(0, 700)), /kein lesbares Verzeichnis/],
    ['an empty list', serve('<items></items>'), /kein lesbares Verzeichnis/],
    ['500', inTurn((_request, response) => void response.writeHead(500).end()), /gestört/],
    ['silence', () => {}, /nicht erreichbar/],
  ])('instead of the list: %s. Nothing is concluded from it', async (_, answerer, reason) => {
    if (answerer === null) {
      await publisher.close()
      publisher = await startLocalPublisher()
    } else publisher.answer('/rii-toc.xml', answerer)
    await expect(fetchAll('')).rejects.toThrow(reason)
    await expect(source('').keys?.()).rejects.toThrow(reason)
  })

  it('one decision that is not there, is a page or is broken stops no other', async () => {
    publisher.answer(pathOf('JURE999900001'), serve('<!DOCTYPE html><html>Wartung</html>'))
    publisher.answer(pathOf('JURE999900002'), (_request, response) => void response.writeHead(404).end())
    publisher.answer(pathOf('JURE999900003'), serve(zipOf('x', decision('x')).subarray(0, 40)))
    const fetched = await fetchAll('')
    expect(kinds(fetched)).toEqual(['1 failed', '2 failed', '3 failed', '4 bytes'])
    const reasons = Object.values(fetched).map((one) => (one.kind === 'failed' ? one.reason : ''))
    expect(reasons[0]).toContain('statt der Entscheidung eine Webseite')
    expect(reasons[1]).toContain('(404)')
    expect(reasons[2]).toContain('beschädigt')
  })

  it('links elsewhere are never followed: only the path below the configured address counts', async () => {
    publisher.answer(
      '/rii-toc.xml',
      serve(
        tocOf(entries.slice(0, 1))
          .replace('/jportal/docs', '/../jportal/docs')
          .replace('</items>', `${tocOf(entries.slice(3)).split('<items>')[1]}`),
      ),
    )
    expect(kinds(await fetchAll(''))).toEqual(['4 bytes'])
  })
})
