import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serve, startLocalPublisher, type LocalPublisher } from '../../tests/local-publisher.ts'
import { neurisSource, type NeurisWish } from './neuris.ts'
import { politeDefaults, type PoliteOptions } from './polite-client.ts'
import { readRulingWish } from './ruling-wish.ts'

const quick: PoliteOptions = { ...politeDefaults, pauseMs: 0, backoffMs: 1, attempts: 2, totalMs: 2000, idleMs: 300 }

let publisher: LocalPublisher
beforeEach(async () => {
  publisher = await startLocalPublisher()
})
afterEach(() => publisher.close())

const decision = (number: string, courtType: string, decisionDate: string, place = 'Musterstadt') => ({
  item: {
    documentNumber: number,
    courtType,
    courtName: `${courtType} ${place}`,
    decisionDate,
    encoding: [
      { contentUrl: `/v1/case-law/${number}.html`, encodingFormat: 'text/html' },
      { contentUrl: `/v1/case-law/${number}.xml`, encodingFormat: 'application/xml' },
    ],
  },
})
const page = (member: unknown[], next: string | null = null) =>
  JSON.stringify({ totalItems: 3, member, view: { next } })

const caseLaw = (words: string): NeurisWish => {
  const wish = readRulingWish(words)
  if (typeof wish === 'string') throw new Error(wish)
  return { kind: 'case-law', wish }
}

async function slugsOf(wanted: NeurisWish): Promise<string[]> {
  const slugs: string[] = []
  for await (const { slug, day } of neurisSource(publisher.address, wanted, quick).items()) slugs.push(`${slug} ${day}`)
  return slugs
}

describe('the search of the portal', () => {
  it('is read page by page, and each decision is asked for by itself, conditionally the next time', async () => {
    publisher.answer(
      '/v1/case-law?size=100&pageIndex=0&sort=documentNumber&court=VG+Musterstadt&dateFrom=2098-01-01',
      serve(page([decision('MURE1', 'VG', '2098-02-01')], '/v1/case-law?pageIndex=1')),
    )
    publisher.answer('/v1/case-law?pageIndex=1', serve(page([decision('MURE2', 'VG', '2098-03-01')])))
    publisher.answer('/v1/case-law/MURE1.xml', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"1"' }).end('<eins/>')
    })
    const kinds: string[] = []
    const wanted = caseLaw('Verwaltungsgericht Musterstadt,from=2098-01-01')
    for await (const item of neurisSource(publisher.address, wanted, quick).items()) {
      const fetched = await item.fetch(null)
      const again = await item.fetch(fetched.kind === 'bytes' ? fetched.validators : null)
      kinds.push(`${item.slug} ${fetched.kind} ${again.kind}`)
    }
    expect(kinds).toEqual(['MURE1 bytes not_modified', 'MURE2 failed failed'])
  })

  it('leaves to Rechtsprechung im Internet what it has, unless the court is named', async () => {
    const found = [
      decision('MURE1', 'BVerwG', '2020-02-01', ''),
      decision('MURE2', 'BVerwG', '2005-02-01', ''),
      decision('MURE3', 'OVG', '2020-03-01'),
    ]
    publisher.answer('/v1/case-law?size=100&pageIndex=0&sort=documentNumber', serve(page(found)))
    publisher.answer('/v1/case-law?size=100&pageIndex=0&sort=documentNumber&court=BVerwG', serve(page(found)))
    expect(await slugsOf(caseLaw(''))).toEqual(['MURE2 2005-02-01', 'MURE3 2020-03-01'])
    expect(await slugsOf(caseLaw('BVerwG'))).toEqual(['MURE1 2020-02-01', 'MURE2 2005-02-01'])
  })

  it('is asked for each norm by itself, and what is about both comes once', async () => {
    const both = decision('MURE2', 'VG', '2098-03-01')
    const asked = (norm: string) => `/v1/case-law?size=100&pageIndex=0&sort=documentNumber&searchTerm=${norm}`
    publisher.answer(asked('MusterG'), serve(page([decision('MURE1', 'VG', '2098-02-01'), both])))
    publisher.answer(asked('AnderesG'), serve(page([both])))
    expect(await slugsOf(caseLaw('norm=MusterG,norm=AnderesG'))).toEqual(['MURE1 2098-02-01', 'MURE2 2098-03-01'])
  })

  it('that finds nothing says what to look at, instead of having taken all', async () => {
    publisher.answer('/v1/case-law?size=100&pageIndex=0&sort=documentNumber&court=VG+Mustrestadt', serve(page([])))
    await expect(slugsOf(caseLaw('VG Mustrestadt'))).rejects.toThrow(/findet davon nichts.*Gericht, Norm/)
  })

  it.each([
    ['says what there is', { totalItems: 2 }, ['MURE1', 'MURE2']],
    ['found less than there is: that tells nothing of what is gone', { totalItems: 3 }, null],
    ['does not say how much there is', {}, null],
    ['counts no further', { totalItems: 10_000 }, null],
  ])('that %s', async (_, total, expected) => {
    const member = [decision('MURE1', 'VG', '2098-02-01'), decision('MURE2', 'VG', '2098-03-01')]
    publisher.answer(
      '/v1/case-law?size=100&pageIndex=0&sort=documentNumber',
      serve(JSON.stringify({ ...total, member })),
    )
    const source = neurisSource(publisher.address, caseLaw(''), quick)
    const listed = (await source.listed?.()) ?? null
    expect(listed && [...listed]).toEqual(expected)
    for await (const item of source.items()) expect(item.slug).toMatch(/^MURE/)
    expect(publisher.asked).toHaveLength(1)
  })

  it('gives all texts of one law, each with the day from which it holds', async () => {
    const text = (day: string) => ({
      item: {
        temporalCoverage: `${day}/..`,
        encoding: [{ contentUrl: `/v1/legislation/eli/x/${day}.xml`, encodingFormat: 'application/xml' }],
      },
    })
    publisher.answer(
      '/v1/legislation?size=100&pageIndex=0&eli=eli%2Fbund%2Fbgbl-1%2F2098%2F77',
      serve(page([text('2098-06-01'), text('2099-03-01')])),
    )
    const wanted: NeurisWish = { kind: 'legislation', eli: 'eli/bund/bgbl-1/2098/77', slug: 'bund~bgbl-1~2098~77' }
    expect(await slugsOf(wanted)).toEqual(['bund~bgbl-1~2098~77 2098-06-01', 'bund~bgbl-1~2098~77 2099-03-01'])
  })

  it.each([
    ['404', null],
    ['a page', serve('<html>Wartung</html>')],
    ['other JSON', serve('{"fehler": true}')],
    [
      '500',
      (_request: unknown, response: { writeHead(code: number): { end(): void } }) => response.writeHead(500).end(),
    ],
    ['silence', () => {}],
  ])('that answers with %s stops with a reason', async (_, answerer) => {
    if (answerer !== null)
      publisher.answer('/v1/administrative-directive?size=100&pageIndex=0&sort=documentNumber', answerer)
    await expect(slugsOf({ kind: 'administrative-directive' })).rejects.toThrow(
      /antwortet nicht wie erwartet|gestört|nicht erreichbar/,
    )
  })
})
