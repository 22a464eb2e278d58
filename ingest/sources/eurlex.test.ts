import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toDay } from '../../src/law/day.ts'
import { serve, startLocalPublisher, type LocalPublisher } from '../../tests/local-publisher.ts'
import { makeZip } from '../../tests/make-zip.ts'
import { parseEurlex } from '../parse/eu/parse-eurlex.ts'
import { eurlexFiles, eurlexSource } from './eurlex.ts'
import { consolidatedQuery, newestConsolidated } from './eurlex-query.ts'
import { politeDefaults, type PoliteOptions } from './polite-client.ts'
import { savedFiles } from './saved-files.ts'
import type { Fetched, Source } from './source.ts'

const quick: PoliteOptions = { ...politeDefaults, pauseMs: 0, backoffMs: 1, attempts: 2, totalMs: 2000, idleMs: 1000 }

let publisher: LocalPublisher
beforeEach(async () => {
  publisher = await startLocalPublisher()
})
afterEach(() => publisher.close())

const article = '<ARTICLE><TI.ART>Artikel 1</TI.ART><ALINEA>Die Karte wird erteilt.</ALINEA></ARTICLE>'
const article2 =
  '<ARTICLE><TI.ART>Artikel 2</TI.ART><ALINEA>Diese Verordnung tritt am zwanzigsten Tag nach ihrer Veröffentlichung in Kraft.</ALINEA></ARTICLE>'
const act = `<?xml version="1.0" encoding="UTF-8"?><ACT><BIB.INSTANCE><LG.DOC>DE</LG.DOC></BIB.INSTANCE><TITLE><TI><P>Verordnung (EU) 2098/17 über das Mustern</P></TI></TITLE><ENACTING.TERMS>${article}${article2}</ENACTING.TERMS></ACT>`
const annex =
  '<?xml version="1.0"?><ANNEX><TITLE><TI><P>ANHANG</P></TI></TITLE><CONTENTS><P>Die Liste der Karten.</P></CONTENTS></ANNEX>'
const list =
  '<?xml version="1.0"?><DOC><PUBLICATION.REF><DATE ISO="20980130">20980130</DATE></PUBLICATION.REF><FMX><DOC.MAIN.PUB><REF.PHYS FILE="L_1.fmx.xml" TYPE="DOC.XML"/></DOC.MAIN.PUB><DOC.SUB.PUB><REF.PHYS FILE="L_0.fmx.xml" TYPE="DOC.XML"/></DOC.SUB.PUB></FMX></DOC>'
const zipped = makeZip([
  { name: 'L_0.fmx.xml', content: annex },
  { name: 'L_1.fmx.xml', content: act },
  { name: 'L_1.doc.fmx.xml', content: list },
  { name: 'L_1.toc.fmx.xml', content: '<PUBLICATION>Inhalt</PUBLICATION>' },
])

async function all(source: Source): Promise<Record<string, Fetched>> {
  const fetched: Record<string, Fetched> = {}
  for await (const item of source.items()) fetched[item.slug] = await item.fetch(null)
  return fetched
}

function bytesOf(fetched: Fetched | undefined): Uint8Array {
  if (fetched?.kind !== 'bytes') throw new Error(fetched?.kind === 'failed' ? fetched.reason : 'nothing')
  return fetched.bytes
}

/** The question comes with its query, so it is answered by its path alone. */
function answerQuery(bases: string[], celexes: string[]): void {
  const bindings = celexes.map((value) => ({ celex: { type: 'literal', value } }))
  publisher.answer(`/${consolidatedQuery(bases)}`, serve(JSON.stringify({ results: { bindings } })))
}

describe('the Publications Office', () => {
  test('is asked for the newest consolidated text in force, in German and in Formex', async () => {
    answerQuery(
      ['32098R0017'],
      ['02098R0017-20990101', '02098R0017-20250101', '02098R0017-20240101', '02031R0001-20250201'],
    )
    publisher.answer('/resource/celex/02098R0017-20250101', serve(zipped))
    const fetched = await all(eurlexSource(publisher.address, ['32098R0017'], quick))
    const text = parseEurlex(bytesOf(fetched['32098R0017']), '32098R0017')
    expect(text.norms.map(({ key }) => key)).toEqual(['Art 1', 'Art 2', 'Anhang'])
    expect(text.inForceFrom, 'twenty days after the list says it was published').toBe('2098-02-19')
    expect(publisher.requests.at(-1)?.headers).toMatchObject({
      accept: 'application/zip;mtype=fmx4',
      'accept-language': 'deu',
    })
  })

  test('gives the act as published where it has no consolidated text, the page where it has no Formex', async () => {
    answerQuery(['32098R0017'], [])
    publisher.answer('/resource/celex/32098R0017', (request, response) => {
      if (request.headers.accept !== 'application/xhtml+xml') return void response.writeHead(404).end()
      const page =
        '<p>Verordnung (EU) 2098/17 über das Mustern</p><p>DER RAT –</p><p>Artikel 1</p><p>Die Karte wird erteilt.</p>'
      response.writeHead(200).end(`<html><body>${page}</body></html>`)
    })
    const fetched = await all(eurlexSource(publisher.address, ['32098R0017'], quick))
    expect(parseEurlex(bytesOf(fetched['32098R0017']), '32098R0017').norms.map(({ key }) => key)).toEqual([
      'Präambel',
      'Art 1',
    ])
  })

  test('that has no German text is reported, and the others come', async () => {
    answerQuery(['32098R0017', '32098R0018'], [])
    publisher.answer('/resource/celex/32098R0018', serve(zipped))
    const fetched = await all(eurlexSource(publisher.address, ['32098R0017', '32098R0018'], quick))
    expect(fetched['32098R0017']).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/nicht auf Deutsch/) })
    expect(fetched['32098R0018']?.kind).toBe('bytes')
  })

  test('whose list of consolidated texts fails still gives acts, and the report says what they are', async () => {
    publisher.answer('/resource/celex/32098R0017', serve(zipped))
    const source = eurlexSource(publisher.address, ['32098R0017'], quick)
    expect((await all(source))['32098R0017']?.kind).toBe('bytes')
    expect(source.ignored[0]?.reason).toMatch(/Text der Verkündung/)
  })

  test('answers "unchanged" to what it sent before', async () => {
    publisher.answer('/resource/celex/62097CJ0012', (request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200, { etag: '"a"' }).end('x')
    })
    const source = eurlexSource(publisher.address, ['62097CJ0012'], quick)
    for await (const item of source.items())
      expect((await item.fetch({ etag: '"a"', lastModified: null })).kind).toBe('not_modified')
    expect(publisher.asked, 'a decision has no consolidated text').toEqual(['/resource/celex/62097CJ0012'])
  })

  test('is not asked on and on when it does not answer', async () => {
    const acts = ['62097CJ0012', '62097CJ0013', '62097CJ0014', '62097CJ0015', '62097CJ0016']
    for (const celex of acts)
      publisher.answer(`/resource/celex/${celex}`, (_request, response) => void response.writeHead(503).end())
    const fetched = await all(eurlexSource(publisher.address, acts, quick))
    expect(fetched['62097CJ0016']).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/Nicht mehr angefragt/),
    })
  })

  test('is not asked for what is no CELEX number', () => {
    expect(() => eurlexSource(publisher.address, ['Visakodex'], quick)).toThrow(/keine CELEX-Nummer/)
  })
})

test('of the consolidated texts an answer names only those of the act and of the day count', () => {
  const answer = '02009R0810-20200202 02009R0810-20240628 02009R0810-20990101 02016R0399-20240101 32009R0810'
  expect(newestConsolidated(answer, ['32009R0810'], toDay('2026-11-24'))).toEqual(
    new Map([['32009R0810', '02009R0810-20240628']]),
  )
  expect(newestConsolidated(answer, ['32009R0810'], toDay('2021-01-01')).get('32009R0810')).toBe('02009R0810-20200202')
  expect(newestConsolidated('<html>Wartung</html>', ['32009R0810'], toDay('2026-11-24')).size).toBe(0)
})

describe('files in a folder', () => {
  test.each([
    ['02009R0810-20200202_DE_visakodex.xml', '32009R0810'],
    ['32008L0115.html', '32008L0115'],
    ['de/62023CJ0538.xml', '62023CJ0538'],
    ['62019CV0001_02.xml', '62019CV0001(02)'],
    ['32008L0115.pdf', null],
    ['bericht-2024.xml', null],
    ['132008L0115.xml', null],
  ])('%s is %s', (path, slug) => {
    expect(eurlexFiles.slugOfFile(path, '')).toBe(slug)
  })

  test('are read, zips of the publisher included', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eurlex-'))
    try {
      await writeFile(join(folder, '32098R0017.zip'), zipped)
      await writeFile(join(folder, '32098R0018.xml'), act)
      const fetched = await all(await savedFiles(folder, eurlexFiles))
      expect(Object.keys(fetched)).toEqual(['32098R0017', '32098R0018'])
      expect(parseEurlex(bytesOf(fetched['32098R0017']), '32098R0017').norms).toHaveLength(3)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('a damaged zip, or one without the act, is a reason', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eurlex-'))
    try {
      await writeFile(join(folder, '32098R0017.zip'), zipped.subarray(0, 200))
      await writeFile(join(folder, '32098R0018.zip'), makeZip([{ name: 'bild.jpg', content: 'x' }]))
      const fetched = await all(await savedFiles(folder, eurlexFiles))
      expect(fetched['32098R0017']).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/beschädigt/) })
      expect(fetched['32098R0018']).toMatchObject({
        kind: 'failed',
        reason: expect.stringMatching(/kein Text im Formex/),
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
