import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingest } from '../../ingest/ingest.ts'
import type { ItemReport } from '../../ingest/report.ts'
import { officeSource } from '../../ingest/sources/office.ts'
import { toDay } from '../../src/law/day.ts'
import { wireService } from '../../src/wire-service.ts'
import { makeMail } from '../office/make-mail.ts'
import { makePdf } from '../office/make-pdf.ts'
import { type FreshLibrary, openFreshLibrary } from './fresh-library.ts'

let folder: string
let library: FreshLibrary
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-papers-'))
  library = await openFreshLibrary()
  const page = (number: number, text: string, heading: string) => [
    { text: heading, y: 100, bold: true },
    { text, y: 130 },
    { text: `Seite ${number} von 2`, y: 810, x: 290 },
  ]
  await writeFile(
    join(folder, 'erlass.pdf'),
    makePdf([
      page(1, 'Zuständig ist das erfundene Musteramt in allen Sachen der Musterkarte des Landes.', '1 Zuständigkeit'),
      page(2, 'Die Gebühr für die erfundene Musterkarte beträgt in allen Fällen sechzig Euro.', '2 Gebühr'),
    ]),
  )
  const printed = (number: number) => ({ text: `- ${number} -`, y: 810, x: 290 })
  await writeFile(
    join(folder, 'wanderkarte.pdf'),
    makePdf([
      [
        { text: '3 Wanderkarte', y: 740, bold: true },
        { text: 'Die Wanderkarte stellt das erfundene Musteramt jedem Gast aus, der sie mit eigenen Wör-', y: 780 },
        printed(7),
      ],
      [{ text: 'tern beantragt. Die Gebühr der Wanderkarte beträgt siebzehn Euro.', y: 100 }, printed(8)],
    ]),
  )
  await writeFile(
    join(folder, 'luftkarte.pdf'),
    makePdf([[{ text: 'Die Luftkarte gilt in allen erfundenen Fällen elf Monate.', y: 100 }]]),
  )
  await writeFile(join(folder, 'nebel.md'), '# Nebel\n\nDie Nebelkarte gehört dem erfundenen Musteramt.')
  await writeFile(
    join(folder, 'sachsen.txt'),
    'Sächsisches Staatsministerium des Innern\n\nErlass vom 12.03.2023\n\n1. Nebelkarte\n\nDie Nebelkarte kostet dort neun Euro.',
  )
  await writeFile(join(folder, 'kaputt.pdf'), '%PDF-1.4\n')
  await writeFile(
    join(folder, 'mail.eml'),
    makeMail('Musterfrage', 'Siehe Anlage.', [{ name: 'merkblatt.md', bytes: '# Merkblatt\n\nEs gilt das Muster.' }]),
  )
})
afterAll(async () => {
  await library.discard()
  await rm(folder, { recursive: true })
})

async function feed(): Promise<ItemReport[]> {
  const reports: ItemReport[] = []
  const source = await officeSource(folder, { asOf: toDay('2024-03-05'), scanCommand: null, territory: 'DE-NW' })
  for await (const report of ingest(library.parts, source, { dryRun: false })) reports.push(report)
  return reports
}

test('the office’s papers are fed like laws: each a document, the broken one with its reason and nothing of it kept', async () => {
  const reports = await feed()
  expect(reports.map(({ slug, outcome }) => `${slug} ${outcome}`)).toEqual([
    'erlass.pdf added',
    'kaputt.pdf failed',
    'luftkarte.pdf added',
    'mail.eml added',
    'mail.eml--1-merkblatt.md added',
    'nebel.md added',
    'sachsen.txt added',
    'wanderkarte.pdf added',
  ])
  expect(reports[1]?.reason).toMatch(/beschädigt oder unvollständig.*noch einmal hochladen/)
  const rows = await library.database.query('select id, kind, territory from documents order by id')
  expect(rows).toEqual([
    { id: 'office:erlass.pdf', kind: 'paper', territory: 'DE-NW' },
    { id: 'office:luftkarte.pdf', kind: 'paper', territory: 'DE-NW' },
    { id: 'office:mail.eml', kind: 'paper', territory: 'DE-NW' },
    { id: 'office:mail.eml--1-merkblatt.md', kind: 'paper', territory: 'DE-NW' },
    { id: 'office:nebel.md', kind: 'paper', territory: 'DE-NW' },
    { id: 'office:sachsen.txt', kind: 'decree', territory: 'DE-SN' },
    { id: 'office:wanderkarte.pdf', kind: 'paper', territory: 'DE-NW' },
  ])
})

test('a section is kept under its number, with its page', async () => {
  const rows = await library.database.query(
    "select key, heading, text from norms where document_id = 'office:erlass.pdf' order by key",
  )
  expect(rows).toEqual([
    {
      key: 'Nr. 1',
      heading: 'Zuständigkeit',
      text: 'Zuständig ist das erfundene Musteramt in allen Sachen der Musterkarte des Landes.',
    },
    {
      key: 'Nr. 2',
      heading: 'Gebühr',
      text: 'Die Gebühr für die erfundene Musterkarte beträgt in allen Fällen sechzig Euro.',
    },
  ])
})

describe('a page is cited', () => {
  const ask = async (text: string) => {
    const service = wireService(library, null, () => ({ ready: true }) as never)
    const question = { text, asOf: toDay('2024-06-01'), territory: 'DE-NW', style: 'full' as const, kinds: null }
    const { citations } = await service.ask({
      question,
      owner: 'test',
      onEvent: () => {},
      signal: new AbortController().signal,
    })
    return citations.map(({ label, quote }) => `${label}: ${quote}`)
  }

  test('where the words stand, by the number printed there, though their paragraph begins on the page before', async () => {
    expect((await ask('Wer stellt die Wanderkarte aus?')).join()).toMatch(/, S\. 7: Die Wanderkarte stellt/)
    expect((await ask('Wie hoch ist die Gebühr der Wanderkarte?')).join()).toMatch(
      /, S\. 8: Die Gebühr der Wanderkarte/,
    )
  })

  test('of a paper without printed numbers by the page of the file, which it has', async () => {
    expect((await ask('Wie lange gilt die Luftkarte?')).join()).toMatch(/, S\. 1: Die Luftkarte gilt/)
  })

  test('only where it holds for the office: another Land’s decree in the folder is never applied', async () => {
    const cited = (await ask('Was kostet die Nebelkarte, wem gehört sie?')).join()
    expect(cited).toContain('Nebelkarte gehört')
    expect(cited).not.toContain('neun Euro')
  })

  test('of a paper without pages not at all', async () => {
    const [cited = ''] = await ask('Wem gehört die Nebelkarte?')
    expect(cited).toContain('Nebelkarte gehört')
    expect(cited).not.toContain('S. ')
  })
})

test('fed again, nothing changes', async () => {
  const again = await feed()
  expect(again.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'unchanged')).toEqual(['failed'])
})
