import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { parseStatute } from '../../ingest/parse/statute-xml.ts'
import { sha256 } from '../../ingest/passages/prepare-version.ts'
import type { IngestParts } from '../../ingest/ingest-parts.ts'
import { toDay } from '../../src/law/day.ts'
import type { Sentence } from '../../src/law/document-text.ts'
import { findNorm } from '../../src/store/find-norm.ts'
import { corpusDir, describeOnRealLaw } from '../corpus.ts'
import {
  countingEmbedding,
  feedFolder,
  type FreshLibrary,
  openFreshLibrary,
  parsingOnce,
  shuffled,
} from './fresh-library.ts'
import { brokenRules, lastWrites, libraryState, stateDifferences } from './library-state.ts'

let library: FreshLibrary

describeOnRealLaw('the history of the StAG', () => {
  openForAll()
  beforeEach(() => library.empty())

  test('is the same in whatever order its dated texts are fed', async () => {
    const parts = parsingOnce(library.parts)
    const folder = join(corpusDir, 'stag')
    await feedFolder(parts, folder)
    const expected = await libraryState(library.database)
    expect(expected.versions.length).toBeGreaterThan(5)
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      await library.empty()
      await feedFolder(parts, folder, (items) => shuffled(items, seed))
      expect(stateDifferences(expected, await libraryState(library.database))).toEqual([])
    }
    await library.empty()
    await feedFolder(parts, folder, (items) => items.toReversed())
    expect(stateDifferences(expected, await libraryState(library.database))).toEqual([])
  })
})

describeOnRealLaw('the history of the AufenthG', () => {
  openForAll()
  const folder = join(corpusDir, 'aufenthg_2004')
  let parts: IngestParts
  let inputs: string[]

  beforeAll(async () => {
    const counting = countingEmbedding(parsingOnce(library.parts))
    parts = counting.parts
    inputs = counting.inputs
    await feedFolder(parts, folder)
  })

  test('embeds each text a passage has had once, however many versions hold it', async () => {
    const [row] = await library.database.query<{ texts: number; passages: number }>(
      'select count(distinct embedding_sha256) as texts, count(*) as passages from passages',
    )
    expect(inputs.length).toBe(row?.texts)
    expect(new Set(inputs).size).toBe(inputs.length)
    expect(row?.passages).toBeGreaterThan(1500)
  })

  test('has § 18g from the day of the first text that holds it, and not a day earlier', async () => {
    expect(await findBlueCard('2023-11-22')).toMatchObject({
      found: true,
      norm: { validFrom: '2023-11-22', validBasis: 'observed' },
    })
    expect(await findBlueCard('2023-11-21')).toMatchObject({ found: false, reason: 'not_yet', from: '2023-11-22' })
  })

  test('keeps every passage as the slice of its norm, with its hash, and every Satz within its passage', async () => {
    const rows = await library.database.query<StoredPassage>(
      `select p.public_id, p.start_at, p.end_at, p.text, p.text_sha256, p.sentences, n.text as norm_text, n.text_sha256 as norm_sha256
         from passages p join norms n on n.id = p.norm_id`,
    )
    expect(rows.length).toBeGreaterThan(1500)
    expect(rows.flatMap(faultsOf)).toEqual([])
    expect(await brokenRules(library.database)).toEqual([])
  })

  test('stores of one version what reading its file again gives', async () => {
    const day = toDay('2024-06-12')
    const { norms } = parseStatute(readFileSync(join(folder, `${day}.xml`)), 'aufenthg_2004')
    expect(norms.length).toBeGreaterThan(100)
    for (const { key, text, units } of norms) {
      const stored = await findNorm(library.database, 'gii:aufenthg_2004', key, day)
      expect(stored).toMatchObject({ found: true, norm: { key, sha256: sha256(text), units } })
    }
  })

  test('fed a second time changes no row', async () => {
    const before = await lastWrites(library.database)
    const reports = await feedFolder(parts, folder)
    expect(new Set(reports.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
    expect(await lastWrites(library.database)).toEqual(before)
  })

  test('is the same when fed backwards and when shuffled', async () => {
    const expected = await libraryState(library.database)
    expect(expected.observations).toHaveLength(32)
    await library.empty()
    await feedFolder(parts, folder, (items) => items.toReversed())
    expect(stateDifferences(expected, await libraryState(library.database))).toEqual([])
    await library.empty()
    await feedFolder(parts, folder, (items) => shuffled(items, 2004))
    expect(stateDifferences(expected, await libraryState(library.database))).toEqual([])
  })
})

function findBlueCard(day: string): ReturnType<typeof findNorm> {
  return findNorm(library.database, 'gii:aufenthg_2004', '§ 18g', toDay(day))
}

function openForAll(): void {
  beforeAll(async () => {
    library = await openFreshLibrary()
  })
  afterAll(() => library.discard())
}

interface StoredPassage {
  public_id: string
  start_at: number
  end_at: number
  text: string
  text_sha256: string
  sentences: Sentence[]
  norm_text: string
  norm_sha256: string
}

function faultsOf(row: StoredPassage): string[] {
  const { public_id: id, start_at: start, end_at: end, text, sentences } = row
  const faults: string[] = []
  if (row.norm_text.slice(start, end) !== text) faults.push(`${id} is no slice of its norm`)
  if (sha256(text) !== row.text_sha256) faults.push(`${id} has a wrong hash`)
  if (sha256(row.norm_text) !== row.norm_sha256) faults.push(`the norm of ${id} has a wrong hash`)
  if (sentences.some((sentence) => sentence.start < start || sentence.end > end || sentence.end <= sentence.start))
    faults.push(`${id} has a Satz beyond it`)
  return faults
}
