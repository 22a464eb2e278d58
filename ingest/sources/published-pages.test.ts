import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serve, startLocalPublisher, type LocalPublisher } from '../../tests/local-publisher.ts'
import { bmiSite, rechtNrwSite, revosaxSite, vabSite, vwvbundSite } from './decree-sites.ts'
import { politeDefaults, type PoliteOptions } from './polite-client.ts'
import { publishedPages, savedPages, type PageSite } from './published-pages.ts'
import { savedFiles } from './saved-files.ts'
import type { Fetched, Source, Validators } from './source.ts'

const quick: PoliteOptions = { ...politeDefaults, pauseMs: 0, backoffMs: 1, attempts: 2, totalMs: 2000, idleMs: 1000 }

let publisher: LocalPublisher
beforeEach(async () => {
  publisher = await startLocalPublisher()
})
afterEach(() => publisher.close())

async function all(source: Source, known: Validators | null = null): Promise<Record<string, Fetched>> {
  const fetched: Record<string, Fetched> = {}
  for await (const item of source.items()) fetched[item.slug] = await item.fetch(known)
  return fetched
}

const open = (wanted: string[], site: PageSite = vwvbundSite) => publishedPages(publisher.address, wanted, site, quick)
const key = 'bsvwvbund_26102098_MI3'

describe('pages of decrees', () => {
  test('come by their key or address, with what to ask next time', async () => {
    publisher.answer(`/${key}.htm`, serve('<html>Vorschrift</html>', { etag: '"a"' }))
    for (const wanted of [key, `${key}.htm`, `${publisher.address}/${key}.htm`])
      expect((await all(open([wanted])))[key]).toMatchObject({ kind: 'bytes', validators: { etag: '"a"' } })
  })

  test('come from a list that links to them, each once', async () => {
    const links = [
      `/${key}.htm`,
      `${key}.htm`,
      '/bsvwvbund_01012097_AB.htm',
      'https://anderswo.example/bsvwvbund_01012097_XY.htm',
      '/impressum.htm',
    ]
    publisher.answer('/liste.html', serve(links.map((link) => `<a href="${link}">x</a>`).join('')))
    publisher.answer(`/${key}.htm`, serve('a'))
    expect(Object.keys(await all(open(['liste.html'])))).toEqual([key, 'bsvwvbund_01012097_AB'])
  })

  test('unchanged, gone and broken are told apart, and one does not stop the others', async () => {
    publisher.answer('/bsvwvbund_01012097_A.htm', (_request, response) => void response.writeHead(304).end())
    publisher.answer('/bsvwvbund_01012097_C.htm', (_request, response) => void response.writeHead(500).end())
    publisher.answer('/bsvwvbund_01012097_D.htm', serve('d'))
    const fetched = await all(open(['A', 'B', 'C', 'D'].map((one) => `bsvwvbund_01012097_${one}`)), {
      etag: '"x"',
      lastModified: null,
    })
    expect(Object.values(fetched).map(({ kind }) => kind)).toEqual(['not_modified', 'failed', 'failed', 'bytes'])
    expect(fetched['bsvwvbund_01012097_B']).toMatchObject({ reason: expect.stringContaining('404') })
    expect(fetched['bsvwvbund_01012097_C']).toMatchObject({ reason: expect.stringContaining('500') })
  })

  test('that the robots.txt forbids are not asked for', async () => {
    publisher.answer('/robots.txt', serve('User-agent: *\nDisallow: /bsvwvbund_'))
    expect((await all(open([key])))[key]).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('robots.txt'),
    })
    expect(publisher.asked).toEqual(['/robots.txt'])
  })

  test('elsewhere are refused before anything is asked', () => {
    expect(() => open(['https://anderswo.example/x.htm'])).toThrow(/liegt nicht unter/)
    expect(publisher.asked).toEqual([])
  })

  test('a page that is none and links to none says so', async () => {
    publisher.answer('/leer.html', serve('<html></html>'))
    await expect(all(open(['leer.html']))).rejects.toThrow(/keine Vorschrift/)
  })
})

test.each([
  [vwvbundSite, 'bsvwvbund_26102009_MI31284061.htm', 'bsvwvbund_26102009_MI31284061'],
  [rechtNrwSite, 'lrmb/verwaltungsvorschrift/muster-der-karte', 'lrmb~verwaltungsvorschrift~muster-der-karte'],
  [rechtNrwSite, 'lmi/owa/br_bes_text?bes_id=4711', 'bes_id-4711'],
  [rechtNrwSite, 'lmi/owa/br_text_anzeigen?v_id=100', 'v_id-100'],
  [revosaxSite, 'vorschrift/10405-VwV-Muster', '10405-VwV-Muster'],
  [bmiSite, 'SharedDocs/downloads/DE/muster/hinweise.pdf', 'SharedDocs~downloads~DE~muster~hinweise.pdf'],
  [vabSite, 'einwanderung/_assets/vab.pdf', 'einwanderung~_assets~vab.pdf'],
])('a key leads back to the page it was made from: %#', (site, path, slug) => {
  expect(site.slugOf(path)).toBe(slug)
  expect(site.slugOf(site.pathOf(slug))).toBe(slug)
  for (const other of ['', 'impressum', 'suche?q=1', '../x']) expect(site.slugOf(other)).toBeNull()
})

test('the old portal’s page is known whatever else its address says', () => {
  const path = 'lmi/owa/br_bes_text?anw_nr=1&gld_nr=1&ugl_nr=1141&bes_id=2151&val=2151'
  expect(rechtNrwSite.slugOf(path)).toBe('bes_id-2151')
})

test('saved pages are read from a folder under their names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'decrees-'))
  try {
    await mkdir(join(folder, 'md'))
    await writeFile(join(folder, 'md', 'vwv karten.md'), '# VwV Karten')
    await writeFile(join(folder, `${key}.htm`), 'x')
    await writeFile(join(folder, 'README.md'), 'x')
    expect(Object.keys(await all(await savedFiles(folder, savedPages(vwvbundSite))))).toEqual([key, 'vwv_karten'])
  } finally {
    await rm(folder, { recursive: true })
  }
})
