import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingest } from '../../ingest/ingest.ts'
import type { ItemReport } from '../../ingest/report.ts'
import { openSource } from '../../ingest/sources/open-source.ts'
import { toDay } from '../../src/law/day.ts'
import { findNorm } from '../../src/store/find-norm.ts'
import { wireService } from '../../src/wire-service.ts'
import { buildStatute } from '../build-statute.ts'
import { feedText } from '../feed-text.ts'
import { openFreshLibrary, type FreshLibrary } from './fresh-library.ts'

let library: FreshLibrary
let folder: string
beforeAll(async () => {
  library = await openFreshLibrary()
  folder = mkdtempSync(join(tmpdir(), 'eu-'))
})
afterAll(async () => {
  await library.discard()
  rmSync(folder, { recursive: true })
})

const fixture = (path: string) => readFileSync(new URL(`../../ingest/parse/${path}`, import.meta.url))

async function feed(name: string): Promise<ItemReport[]> {
  const source = await openSource(name, {
    asOf: null,
    only: null,
    giiUrl: 'http://127.0.0.1:9',
    offline: true,
    scanCommand: null,
    territory: 'DE-NW',
  })
  const reports: ItemReport[] = []
  for await (const report of ingest(library.parts, source, { dryRun: false })) reports.push(report)
  return reports
}

function consolidated(day: string, months: string): string {
  const [year, month, date] = day.split('-')
  const info = `<INFO.CONSLEG CONSLEG.REF="2013R0099" START.DATE="${year}${month}${date}"/>`
  const title = '<TITLE><TI><P>Verordnung (EU) Nr. 99/2013 des Rates über das Mustern der Karten</P></TI></TITLE>'
  const article = `<ARTICLE><TI.ART>Artikel 3</TI.ART><STI.ART>Frist</STI.ART><PARAG><NO.PARAG>(1)</NO.PARAG><ALINEA>Die Frist beträgt ${months} Monate.</ALINEA></PARAG></ARTICLE>`
  return `<CONS.ACT>${info}<CONS.DOC>${title}<ENACTING.TERMS>${article}</ENACTING.TERMS></CONS.DOC></CONS.ACT>`
}

async function wordsOn(day: string): Promise<string> {
  const found = await findNorm(library.database, 'eurlex:32013R0099', 'Art 3', toDay(day))
  return 'text' in found ? String(found.text) : JSON.stringify(found)
}

test('consolidated texts are versions of one act, each from its own day, whenever and in whatever order they come', async () => {
  writeFileSync(join(folder, '02013R0099-20200101.xml'), consolidated('2020-01-01', 'vier'))
  writeFileSync(join(folder, '02013R0099-20140101.xml'), consolidated('2014-01-01', 'drei'))
  expect((await feed(`eurlex:${folder}`)).map(({ outcome }) => outcome)).toEqual(['added', 'changed'])
  expect(await wordsOn('2019-12-31')).toContain('drei Monate')
  expect(await wordsOn('2020-01-01')).toContain('vier Monate')
  expect((await feed(`eurlex:${folder}`)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
})

describe('a question about a § brings the sections that carry it out as context', () => {
  const law = (slug: string, abbreviation: string, names: string[], norms: Record<string, string>) => {
    const built = buildStatute(slug, norms, abbreviation)
    return { ...built, document: { ...built.document, names: [abbreviation, ...names], invented: false } }
  }
  const bring = async (text: string, territory: string) => {
    const service = wireService(library, null, () => ({ ready: true }) as never)
    const { passages } = await service.search({ text, asOf: toDay('2099-06-01'), territory, kinds: null, limit: 20 })
    return passages
      .filter(({ document }) => /^(?:vwvbund|vab):/.test(document.id))
      .filter(({ why }) => why.some(({ by }) => by === 'implements'))
      .map(({ norm }) => norm)
  }
  const feedAs = async (publisher: string, name: string, slug: string) => {
    const decrees = mkdtempSync(join(tmpdir(), 'decrees-'))
    writeFileSync(join(decrees, slug), fixture(`decrees/__fixtures__/${name}`))
    expect(await feed(`${publisher}:${decrees}`)).toMatchObject([{ outcome: 'added' }])
    rmSync(decrees, { recursive: true })
  }

  test('of an administrative regulation by its headings „Zu § 5“', async () => {
    const norms = { '§ 5': 'Erlaubt wird es in der Regel.', '§ 6': 'Nach Ermessen.' }
    await feedText(library, law('muster', 'MustG', ['Mustergesetz'], norms), toDay('2098-01-01'))
    await feedAs('vwvbund', 'bsvwvbund_26102098_MI3.htm', 'bsvwvbund_26102098_MI3.htm')
    expect((await bring('Was gilt nach § 5 MustG?', 'DE-NW')).toSorted()).toEqual(['Nr. 5.0.1', 'Nr. 5.1.1'])
    expect(await bring('Was gilt nach § 6 MustG?', 'DE-NW')).toEqual(['Nr. 6.1.1'])
  })

  test('of Berlin’s instructions by their own numbers, in Berlin alone', async () => {
    const norms = { '§ 5': 'Erlaubt wird es in der Regel.', '§ 25b': 'Nach vier Jahren.' }
    await feedText(library, law('aufenthg_2004', 'AufenthG', ['Aufenthaltsgesetz'], norms), toDay('2098-01-01'))
    await feedAs('vab', 'vab.html', 'vab.html')
    expect((await bring('Was gilt nach § 5 AufenthG?', 'DE-BE')).toSorted()).toEqual(['A 5', 'A 5.1.1'])
    expect(await bring('Was gilt nach § 25b AufenthG?', 'DE-BE')).toEqual(['A 25b.1'])
    expect(await bring('Was gilt nach § 5 AufenthG?', 'DE-NW')).toEqual([])
  })
})
