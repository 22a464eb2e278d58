import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingest } from '../../ingest/ingest.ts'
import type { ItemReport } from '../../ingest/report.ts'
import { openSource } from '../../ingest/sources/open-source.ts'
import type { Source } from '../../ingest/sources/source.ts'
import { toDay } from '../../src/law/day.ts'
import { findRulings } from '../../src/store/find-rulings.ts'
import { listCoverage } from '../../src/store/court-coverage.ts'
import { listLawNames } from '../../src/store/find-documents.ts'
import { withdrawDocument } from '../../src/store/withdraw-document.ts'
import { wireService } from '../../src/wire-service.ts'
import { type FreshLibrary, openFreshLibrary } from './fresh-library.ts'

const fixtures = fileURLToPath(new URL('../../ingest/parse/rulings/__fixtures__', import.meta.url))
const asOf = toDay('2099-06-01')
const place = { asOf, territory: 'DE-NW' }

let files: string
let library: FreshLibrary
let first: ItemReport[]

beforeAll(async () => {
  files = mkdtempSync(join(tmpdir(), 'fundstelle-rulings-'))
  cpSync(join(fixtures, 'muster-rii.xml'), join(files, 'rii', 'JURE999900001.xml'))
  cpSync(join(fixtures, 'muster-nrwe.html'), join(files, 'nrwe', '7_K_3_96_A.html'))
  cpSync(join(fixtures, 'muster-bayern.html'), join(files, 'bayern', 'Y-300-Z-MUSTER-B-2099-N-1.html'))
  library = await openFreshLibrary()
  first = await feedAll()
})
afterAll(async () => {
  await library.discard()
  rmSync(files, { recursive: true, force: true })
})

async function open(name: string): Promise<Source> {
  return openSource(name, {
    asOf: null,
    only: null,
    giiUrl: 'http://herausgeber.invalid',
    offline: true,
    scanCommand: null,
    territory: 'DE-NW',
  })
}

async function feed(source: Source): Promise<ItemReport[]> {
  const reports: ItemReport[] = []
  for await (const report of ingest(library.parts, source, { dryRun: false })) reports.push(report)
  return reports
}

async function feedAll(): Promise<ItemReport[]> {
  const reports: ItemReport[] = []
  for (const publisher of ['rii', 'nrwe', 'bayern'])
    reports.push(...(await feed(await open(`${publisher}:${join(files, publisher)}`))))
  return reports
}

const service = () => wireService(library, null, () => ({ ready: true }) as never)
const check = async (text: string) =>
  (await service().check({ text, ...place })).references.map(({ verdict }) => verdict)
const search = (text: string, territory = 'DE-NW') => service().search({ text, asOf, territory, kinds: null, limit: 5 })

describe('decisions that were fed', () => {
  test('are added once, and feeding them again changes nothing', async () => {
    expect(first.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added'])
    expect((await feedAll()).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })

  test('hold from the day they were made, which their publisher states', async () => {
    const history = await service().documentHistory('rii:JURE999900001')
    expect(history?.versions).toMatchObject([{ validFrom: '2099-02-03', validTo: null, validBasis: 'official' }])
    expect(history?.document.particulars).toMatchObject({ fileNumbers: ['1 C 7.98', '1 C 8.98'] })
  })

  test('are no names of laws: the register in memory stays small', async () => {
    expect(await listLawNames(library.database, asOf)).toEqual([])
  })

  test.each(['1 C 7.98', '1 C 7/98', '1 c 7/98', '1 C 8.98', 'ECLI:DE:BVerwG:2099:030299U1C7.98.0'])(
    'are found by %s',
    async (number) => {
      const found = await findRulings(library.database, [number])
      expect(found).toMatchObject([{ documentId: 'rii:JURE999900001', court: 'BVerwG', lastRandnummer: 3 }])
    },
  )

  test('of asylum matters are found with and without their .A', async () => {
    for (const number of ['7 K 3/96', '7 K 3/96.A'])
      expect(await findRulings(library.database, [number])).toMatchObject([{ court: 'VG Musterstadt' }])
  })

  test('use the index for that', async () => {
    const plan = await library.database.transaction(async (queries) => {
      await queries.query('set local enable_seqscan = off')
      return queries.query<Record<string, string>>(
        `explain select 1 from unnest(array['1 C 7.98']) a (number) join documents d on d.kind = 'ruling'
            and fundstelle_case_numbers(d.names) && fundstelle_case_numbers(array[a.number])`,
      )
    })
    expect(JSON.stringify(plan)).toContain('documents_by_case_number')
  })
})

describe('a question that names a decision', () => {
  test('gets its Leitsatz first, cited as courts are cited', async () => {
    const { passages, absences } = await search('Was sagt BVerwG 1 C 7.98 zur Frist?')
    expect(passages[0]?.label).toBe('BVerwG, Urteil vom 03.02.2099 – 1 C 7.98, Leitsatz')
    expect(passages.every(({ document }) => document.id === 'rii:JURE999900001')).toBe(true)
    expect(absences).toEqual([])
  })

  test('gets the Randnummer it names first', async () => {
    const { passages } = await search('BVerwG, Urteil vom 3.2.2099 - 1 C 7.98 -, Rn. 3')
    expect(passages[0]).toMatchObject({ paragraph: '3', label: 'BVerwG, Urteil vom 03.02.2099 – 1 C 7.98, Rn. 3' })
  })

  test('is told where the collection does not have it', async () => {
    const { absences } = await search('Was sagt BVerwG 1 C 99.98?')
    expect(absences.map(({ message }) => message)).toEqual([
      'BVerwG 1 C 99.98: Diese Entscheidung ist in dieser Sammlung nicht enthalten. Bitte die Angabe prüfen.',
    ])
  })

  test('is never answered with another Land’s court, and is with the own', async () => {
    const territories = async (territory: string) =>
      new Set((await search('Musterkarte Klage Beschwerde', territory)).passages.map((passage) => passage.territory))
    expect(await territories('DE-NW')).toEqual(new Set(['DE', 'DE-NW']))
    expect(await territories('DE-BY')).toEqual(new Set(['DE', 'DE-BY']))
  })

  test('is answered with what the court wrote, word by word', async () => {
    const asked = {
      text: 'Wie lange ist die Frist nach BVerwG 1 C 7.98?',
      ...place,
      style: 'full' as const,
      kinds: null,
    }
    const answer = await service().ask({
      question: asked,
      owner: 'tests',
      onEvent: () => {},
      signal: new AbortController().signal,
    })
    const cited = answer.citations.map(({ label, quote }) => `${label}: ${quote}`)
    expect(cited.slice(0, 2)).toContain(
      'BVerwG, Urteil vom 03.02.2099 – 1 C 7.98, Leitsatz: 1. Die Frist nach § 3 Abs. 1 Satz 2 MusterG beträgt drei Monate.',
    )
  })
})

describe('an Aktenzeichen in a text', () => {
  const covered = (from: string, to: string): Source => ({
    name: 'Rechtsprechung im Internet',
    publisher: 'rii',
    asksPublisher: true,
    count: 0,
    ignored: [],
    async *items() {},
    covers: () => [{ court: 'BVerwG', from: toDay(from), to: toDay(to) }],
  })
  const known = 'Vgl. BVerwG, Urteil vom 3.2.2099 - 1 C 7.98 -, Rn. 2.'
  const unknown = 'Vgl. BVerwG, Urteil vom 4.2.2099 - 1 C 77.98 -, Rn. 2.'

  test('is ok where it is stored and not checked where it is not, as long as the court is not complete', async () => {
    expect(await check(`${known} ${unknown}`)).toEqual(['ok', 'not_checked'])
  })

  test('is held against the Randnummer it names', async () => {
    const { sentences } = await service().check({
      text: 'Die Revision ist zulässig (BVerwG, Urteil vom 3.2.2099 - 1 C 7.98 -, Rn. 2).',
      ...place,
    })
    expect(sentences).toMatchObject([{ supports: 'rule' }])
  })

  test('is not found once all of the court’s decisions of that time were taken', async () => {
    expect(await feed(covered('2099-01-01', '2099-01-31'))).toEqual([])
    expect(await check(unknown)).toEqual(['not_checked'])
    await feed(covered('2099-02-01', '2099-03-31'))
    expect(await listCoverage(library.database)).toEqual([{ court: 'BVerwG', from: '2099-01-01', to: '2099-03-31' }])
    expect(await check(`${known} ${unknown}`)).toEqual(['ok', 'not_found'])
    expect(await check('Vgl. BVerwG, Urteil vom 4.2.2090 - 1 C 77.89 -.')).toEqual(['not_checked'])
  })

  test('of a decision that was withdrawn is not called unknown', async () => {
    await withdrawDocument(library.database, 'rii:JURE999900001')
    expect(await check(known)).toEqual(['not_checked'])
    expect(
      (await search('Was sagt BVerwG 1 C 7.98 zur Frist?')).passages.map(({ document }) => document.id),
    ).not.toContain('rii:JURE999900001')
  })
})
