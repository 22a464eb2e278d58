import { expect, test } from 'vitest'
import { cutStatute } from '../../../ingest/passages/cut-statute.ts'
import { buildStatute, storeStatute } from '../../../tests/build-statute.ts'
import { onBothDatabases } from '../../../tests/databases.ts'
import { toDay } from '../../law/day.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { findByNorm, loadPassages } from '../../store/find-passages.ts'
import type { Database } from '../../store/database.ts'
import { completeLists } from './complete-lists.ts'

const day = toDay('2024-05-05')
const scope = { asOf: day, territory: 'DE-NW', kinds: null }
const beginning = 'Eine Quallenkarte wird erteilt, wenn'
const item = (number: number) => `${number}. ${'der Gast das Meer kennt und es achtet, '.repeat(40)}`.trim()

/** A norm whose one Satz is long enough to be cut at its Nummern. */
function longList() {
  const lines = [beginning, item(1), item(2), item(3)]
  const text = lines.join('\n')
  const units = lines.slice(1).map((line, at) => {
    const start = text.indexOf(line)
    return { kind: 'nummer' as const, number: String(at + 1), start, end: start + line.length }
  })
  const statute = buildStatute('quallen', { '§ 1': text, '§ 2': 'Quallenkarten sind blau.' })
  const norms = statute.norms.map((norm) => (norm.key === '§ 1' ? { ...norm, units } : norm))
  return { ...statute, norms }
}

await onBothDatabases('pieces of a list', (database) => {
  test('come with the beginning and, among the first, with the other Nummern, at the rank of the piece found', async () => {
    await storeStatute(database(), longList(), toDay('2024-01-01'), cutStatute)
    const all = await passagesOf(database(), '§ 1')
    expect(all.length).toBe(4)
    const [other] = await passagesOf(database(), '§ 2')
    const found = [ranked(all[2], 1), ranked(other, 2)]
    const completed = await completeLists(database(), found, day)
    expect(completed.map(({ text, rank }) => [text.slice(0, 9), rank])).toEqual([
      ['2. der Ga', 1],
      ['Eine Qual', 1],
      ['1. der Ga', 1],
      ['3. der Ga', 1],
      ['Quallenka', 2],
    ])
    expect(completed[1]?.why).toEqual([{ by: 'list' }])
    const lower = await completeLists(database(), [ranked(all[2], 9)], day)
    expect(lower.map(({ text }) => text.slice(0, 9))).toEqual(['2. der Ga', 'Eine Qual'])
  })

  test('are left as they are where nothing is missing, and whole sentences bring nothing along', async () => {
    const all = await passagesOf(database(), '§ 1')
    const whole = all.map((passage) => ranked(passage, 1))
    expect(await completeLists(database(), whole, day)).toEqual(whole)
    const [other] = await passagesOf(database(), '§ 2')
    expect(await completeLists(database(), [ranked(other, 1)], day)).toEqual([ranked(other, 1)])
  })
})

async function passagesOf(database: Database, norm: string) {
  const rows = await findByNorm(database, 'gii:quallen', [norm], null, scope)
  const passages = await loadPassages(
    database,
    rows.map(({ rowId }) => rowId),
    day,
  )
  return rows.flatMap(({ rowId }) => passages.get(rowId) ?? [])
}

function ranked(passage: Omit<RankedPassage, 'rank' | 'score' | 'why'> | undefined, rank: number): RankedPassage {
  if (!passage) throw new Error('the invented norm has no such passage')
  return { ...passage, rank, score: 1, why: [{ by: 'text', rank }] }
}
