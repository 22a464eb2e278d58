import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inTurn, serve, startLocalPublisher, type Answerer, type LocalPublisher } from '../../tests/local-publisher.ts'
import { makeZip } from '../../tests/make-zip.ts'
import { politeDefaults, type PoliteOptions } from './polite-client.ts'
import { publisherReachable } from './publisher-reachable.ts'
import { publisherSource } from './publisher.ts'
import type { Fetched, Validators } from './source.ts'

const xml = '<dokumente><!-- erfunden --></dokumente>'
const quick: PoliteOptions = { ...politeDefaults, pauseMs: 0, backoffMs: 1, attempts: 3, totalMs: 2000, idleMs: 1000 }

const broken: Answerer = (_request, response) => void response.writeHead(500).end()

let publisher: LocalPublisher
beforeEach(async () => {
  publisher = await startLocalPublisher()
})
afterEach(() => publisher.close())

async function fetchAll(slugs: readonly string[] | 'all', known: Validators | null = null, options = quick) {
  const fetched: Record<string, Fetched> = {}
  for await (const item of publisherSource(publisher.address, slugs, options).items())
    fetched[item.slug] = await item.fetch(known)
  return fetched
}

async function fetchOne(options: Partial<PoliteOptions> = {}, known: Validators | null = null): Promise<Fetched> {
  const fetched = await fetchAll(['muster'], known, { ...quick, ...options })
  return fetched['muster'] ?? { kind: 'failed', reason: 'nothing came' }
}

function reasonOf(fetched: Fetched): string {
  return fetched.kind === 'failed' ? fetched.reason : `not failed: ${fetched.kind}`
}

/** What comes of a law whose address redirects. */
async function reasonAfterRedirect(location: string): Promise<string> {
  publisher.answer('/muster/xml.zip', (_request, response) => void response.writeHead(301, { location }).end())
  return reasonOf(await fetchOne())
}

describe('the publisher, when all is well', () => {
  it('gives the one XML of the zip, unpacked, with what to ask next time', async () => {
    const zip = makeZip([
      { name: 'bild_1.jpg', content: 'kein Bild' },
      { name: 'BJNR000000000.xml', content: xml },
    ])
    publisher.answer('/muster/xml.zip', serve(zip, { etag: '"a1"', 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT' }))
    const fetched = await fetchOne()
    expect(fetched).toMatchObject({
      kind: 'bytes',
      validators: { etag: '"a1"', lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT' },
    })
    expect(fetched.kind === 'bytes' && Buffer.from(fetched.bytes).toString()).toBe(xml)
  })

  it('asks whether a known text has changed, and believes 304', async () => {
    publisher.answer('/muster/xml.zip', (request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"a1"' ? 304 : 200).end()
    })
    expect(await fetchOne({}, { etag: '"a1"', lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT' })).toEqual({
      kind: 'not_modified',
    })
    expect(publisher.requests[0]?.headers['if-modified-since']).toBe('Mon, 01 Jan 2024 00:00:00 GMT')
  })

  it('says who asks', async () => {
    await fetchOne()
    expect(publisher.requests[0]?.headers['user-agent']).toContain('fundstelle')
  })

  it('finds all laws through the table of contents, whose links say http and another host', async () => {
    publisher.answer(
      '/gii-toc.xml',
      serve(`<items><item><title>Muster &amp; Probe</title><link>http://www.example.org/muster/xml.zip</link></item>
        <item><title>kein Gesetz</title><link>http://www.example.org/seite.html</link></item>
        <item><title>Zweites</title><link>http://www.example.org/_zweites-v/xml.zip</link></item></items>`),
    )
    publisher.answer('/muster/xml.zip', serve(makeZip([{ name: 'a.xml', content: xml }])))
    const fetched = await fetchAll('all')
    expect(Object.entries(fetched).map(([slug, { kind }]) => [slug, kind])).toEqual([
      ['muster', 'bytes'],
      ['_zweites-v', 'failed'],
    ])
  })

  it('works below a path, as on a mirror in the house', async () => {
    publisher.answer('/spiegel/gii/muster/xml.zip', serve(makeZip([{ name: 'a.xml', content: xml }])))
    const items = publisherSource(`${publisher.address}/spiegel/gii`, ['muster'], quick).items()
    for await (const item of items) expect((await item.fetch(null)).kind).toBe('bytes')
    expect(publisher.asked).toEqual(['/spiegel/gii/muster/xml.zip'])
  })

  it('has one request under way at a time', async () => {
    let open = 0
    let most = 0
    for (const slug of ['a1', 'b2', 'c3'])
      publisher.answer(`/${slug}/xml.zip`, (_request, response) => {
        open += 1
        most = Math.max(most, open)
        setTimeout(() => {
          open -= 1
          response.writeHead(304).end()
        }, 20)
      })
    const fetches: Promise<Fetched>[] = []
    for await (const item of publisherSource(publisher.address, ['a1', 'b2', 'c3'], quick).items())
      fetches.push(item.fetch(null))
    expect((await Promise.all(fetches)).map(({ kind }) => kind)).toEqual([
      'not_modified',
      'not_modified',
      'not_modified',
    ])
    expect(most).toBe(1)
  })
})

describe('the publisher in trouble', () => {
  it('is asked again after 500, and the law comes', async () => {
    publisher.answer('/muster/xml.zip', inTurn(broken, broken, serve(makeZip([{ name: 'a.xml', content: xml }]))))
    expect((await fetchOne()).kind).toBe('bytes')
    expect(publisher.asked).toHaveLength(3)
  })

  it('is waited for as long as it asks after 429', async () => {
    const busy = inTurn(
      (_request, response) => void response.writeHead(429, { 'retry-after': '1' }).end(),
      serve(makeZip([{ name: 'a.xml', content: xml }])),
    )
    publisher.answer('/muster/xml.zip', busy)
    expect((await fetchOne()).kind).toBe('bytes')
  })

  it('is left alone when it asks for hours', async () => {
    publisher.answer('/muster/xml.zip', (_request, response) => {
      response.writeHead(429, { 'retry-after': '7200' }).end()
    })
    expect(reasonOf(await fetchOne())).toContain('120 Minuten Geduld')
    expect(publisher.asked).toHaveLength(1)
  })

  it('that never answers is given up', async () => {
    publisher.answer('/muster/xml.zip', () => {})
    expect(reasonOf(await fetchOne({ idleMs: 60, attempts: 2 }))).toContain('nicht erreichbar')
  })

  it('that falls silent in the middle is given up', async () => {
    publisher.answer('/muster/xml.zip', (_request, response) => void response.writeHead(200).write('PK'))
    expect(reasonOf(await fetchOne({ idleMs: 60, attempts: 2 }))).toContain('keine Daten mehr')
  })

  it('that drips byte by byte is given up', async () => {
    const drips: NodeJS.Timeout[] = []
    publisher.answer('/muster/xml.zip', (_request, response) => {
      response.writeHead(200)
      drips.push(setInterval(() => response.write('x'), 20))
    })
    const fetched = await fetchOne({ totalMs: 200, attempts: 1 })
    drips.forEach((drip) => clearInterval(drip))
    expect(reasonOf(fetched)).toContain('Zeit überschritten')
  })

  it('that breaks off before the end is asked again', async () => {
    const zip = makeZip([{ name: 'a.xml', content: xml }])
    publisher.answer(
      '/muster/xml.zip',
      inTurn((_request, response) => {
        response.writeHead(200, { 'content-length': String(zip.length) }).write(zip.subarray(0, 20))
        setTimeout(() => response.destroy(), 20)
      }, serve(zip)),
    )
    expect((await fetchOne()).kind).toBe('bytes')
  })

  it('is not asked for the rest once three laws in a row got no answer', async () => {
    await publisher.close()
    const fetched = await fetchAll(['a1', 'b2', 'c3', 'd4', 'e5'], null, { ...quick, attempts: 1 })
    expect(reasonOf(fetched['c3'] as Fetched)).toContain('nicht erreichbar')
    expect(reasonOf(fetched['d4'] as Fetched)).toContain('Nicht mehr angefragt')
  })

  it('one bad law does not stop the next', async () => {
    publisher.answer('/zwei/xml.zip', serve(makeZip([{ name: 'a.xml', content: xml }])))
    const fetched = await fetchAll(['eins', 'zwei'])
    expect([fetched['eins']?.kind, fetched['zwei']?.kind]).toEqual(['failed', 'bytes'])
  })
})

describe('what is not a law', () => {
  const tocOf = (slug: string) =>
    serve(`<items><item><title>Muster</title><link>http://x/${slug}/xml.zip</link></item></items>`)

  it('an unknown key is named, with the ones that may be meant', async () => {
    publisher.answer('/gii-toc.xml', tocOf('muster_2004'))
    expect(reasonOf(await fetchOne())).toBe(
      'Das Gesetz „muster“ gibt es beim Herausgeber nicht (404). Gemeint vielleicht: muster_2004.',
    )
  })

  it('a law that the table of contents names and the publisher does not have is not called a slip', async () => {
    publisher.answer('/gii-toc.xml', tocOf('muster'))
    const reason = reasonOf(await fetchOne())
    expect(reason).toMatch(/steht im Inhaltsverzeichnis des Herausgebers, ist dort aber nicht abrufbar \(404\)/)
  })

  it('an unknown key is named even without a table of contents', async () => {
    expect(reasonOf(await fetchOne())).toContain(
      'Das Gesetz „muster“ gibt es beim Herausgeber nicht (404). Kürzel prüfen',
    )
  })

  it('a key that would lead to another path is never asked for', async () => {
    const fetched = await fetchAll(['../geheim'])
    expect(reasonOf(fetched['../geheim'] as Fetched)).toContain('kein Kürzel')
    expect(publisher.asked).toEqual([])
  })

  const bodies: [string, Uint8Array | string, string][] = [
    ['a page with 200', '<!DOCTYPE html><html>Wartung</html>', 'statt des Gesetzes eine Webseite'],
    ['an empty body', '', 'leere Datei'],
    ['an empty zip', makeZip([]), 'Zip-Datei des Herausgebers ist leer'],
    ['a zip without XML', makeZip([{ name: 'bild.jpg', content: 'x' }]), 'kein XML'],
    [
      'a zip with two XML',
      makeZip([
        { name: 'a.xml', content: xml },
        { name: 'b.xml', content: xml },
      ]),
      '2 XML-Dateien',
    ],
    ['a truncated zip', makeZip([{ name: 'a.xml', content: xml }]).subarray(0, 60), 'beschädigt oder unvollständig'],
    ['a zip with a wrong checksum', makeZip([{ name: 'a.xml', content: xml, checksum: 1 }]), 'Prüfsumme'],
    ['an encrypted zip', makeZip([{ name: 'a.xml', content: xml, encrypted: true }]), 'verschlüsselt'],
    [
      'a zip bomb that admits its size',
      makeZip([{ name: 'a.xml', content: 'x', declaredSize: 2 ** 31 }]),
      'größer als',
    ],
    [
      'a zip bomb that lies about its size',
      makeZip([{ name: 'a.xml', content: Buffer.alloc(2 ** 23), declaredSize: 99 }]),
      'beschädigt',
    ],
    ['a zip bomb by its ratio', makeZip([{ name: 'a.xml', content: Buffer.alloc(2 ** 23) }]), 'Zip-Bombe'],
    [
      'a zip of too many files',
      makeZip(Array.from({ length: 5001 }, (_, i) => ({ name: `${i}.txt`, content: '' }))),
      '5001',
    ],
  ]
  it.each(bodies)('%s fails with a reason', async (_name, body, reason) => {
    publisher.answer('/muster/xml.zip', serve(body))
    expect(reasonOf(await fetchOne())).toContain(reason)
  })

  it.each([true, false])('an endless answer is cut off (length declared: %s)', async (declared) => {
    const body = Buffer.alloc(300_000, 'x')
    publisher.answer('/muster/xml.zip', (_request, response) => {
      response.writeHead(200, declared ? { 'content-length': String(body.length) } : {})
      response.end(body)
    })
    expect(reasonOf(await fetchOne({ bytesMax: 100_000 }))).toContain('größer als')
  })
})

describe('the only address that is contacted', () => {
  it('is the one configured: a redirect within it is followed', async () => {
    publisher.answer(
      '/muster/xml.zip',
      (_request, response) => void response.writeHead(302, { location: '/neu.zip' }).end(),
    )
    publisher.answer('/neu.zip', serve(makeZip([{ name: 'a.xml', content: xml }])))
    expect((await fetchOne()).kind).toBe('bytes')
  })

  it('is never left by a redirect to another host, another port or into a circle', async () => {
    const other = await startLocalPublisher()
    expect(await reasonAfterRedirect(`${other.address}/muster/xml.zip`)).toContain('fremde Adresse')
    expect(await reasonAfterRedirect('http://fremd.invalid/xml.zip')).toContain(
      'fremde Adresse um (http://fremd.invalid)',
    )
    expect(await reasonAfterRedirect('file:///etc/hostname')).toContain('fremde Adresse')
    expect(await reasonAfterRedirect('/muster/xml.zip')).toContain('mehr als 3-mal')
    expect(other.asked).toEqual([])
    await other.close()
  })

  it('must be http or https', () => {
    expect(() => publisherSource('file:///srv', ['muster'])).toThrow(TypeError)
  })

  it('is probed for at most the time given', async () => {
    publisher.answer('/gii-toc.xml', () => {})
    expect(await publisherReachable(publisher.address, 50)).toBe(false)
    publisher.answer('/gii-toc.xml', serve(''))
    expect(await publisherReachable(publisher.address, 3000)).toBe(true)
    await publisher.close()
    expect(await publisherReachable(publisher.address, 3000)).toBe(false)
  })
})
