import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ingest } from '../../ingest/ingest.ts'
import type { ItemReport } from '../../ingest/report.ts'
import { openSource } from '../../ingest/sources/open-source.ts'
import { toDay } from '../../src/law/day.ts'
import { findNorm } from '../../src/store/find-norm.ts'
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

test('a section of an administrative regulation leads to the § it carries out', async () => {
  const decrees = mkdtempSync(join(tmpdir(), 'vwv-'))
  try {
    writeFileSync(
      join(decrees, 'bsvwvbund_26102098_MI3.htm'),
      fixture('decrees/__fixtures__/bsvwvbund_26102098_MI3.htm'),
    )
    expect(await feed(`vwvbund:${decrees}`)).toMatchObject([{ outcome: 'added' }])
    const edges = await library.database.query<{ norm: string; law: string; key: string }>(
      `select e.target_norm as norm, e.target_law as law, n.key from edges e
         join passages p on p.id = e.passage_id join norms n on n.id = p.norm_id
        where e.kind = 'implements' order by n.key`,
    )
    expect(edges).toEqual([
      { norm: '§ 5', law: 'Mustergesetz', key: 'Nr. 5.0.1' },
      { norm: '§ 5', law: 'Mustergesetz', key: 'Nr. 5.1.1' },
      { norm: '§ 6', law: 'Mustergesetz', key: 'Nr. 6.1.1' },
    ])
  } finally {
    rmSync(decrees, { recursive: true })
  }
})
