import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toDay } from '../../src/law/day.ts'
import { packageRoot } from '../../src/package-root.ts'
import { feedFolder, type FreshLibrary, openFreshLibrary } from '../../tests/integration/fresh-library.ts'
import { evaluateFresh } from './evaluate-fresh.ts'
import { freshSets, freshStatements, lawsOf, type StatementSet } from './statement-sets.ts'

/** Statements about an invented law. */
const place = { slug: 'demo_musteraufenthg', norm: '§ 16', paragraph: null, sentence: 1 }
const invented: StatementSet = {
  asOf: toDay('2025-04-02'),
  otherDays: [],
  trueOnes: [{ ...place, text: 'Die Duldung gilt jeweils drei Monate.' }],
  falseOnes: [{ ...place, error: 'number', text: 'Die Duldung gilt jeweils fünf Monate.' }],
}

let library: FreshLibrary
beforeAll(async () => {
  library = await openFreshLibrary()
  await feedFolder(library.parts, join(packageRoot, 'ingest/demo/gii'))
})
afterAll(() => library.discard())

test.each(freshSets.flatMap((name) => freshStatements(name) ?? []))(
  'a set is refused where the collection lacks its laws, with the commands that feed them in',
  async (set) => {
    const refusal = evaluateFresh(library.database, set)
    await expect(refusal).rejects.toThrow(`fehlen dieser Sammlung am 2025-04-02 geltende Gesetze: ${lawsOf(set)[0]}, `)
    await expect(refusal).rejects.toThrow(/npm run ingest -- \S+ --as-of 2025-04-02/)
  },
)

test('statements are scored with the sentence they are about, each false one under its kind of error', async () => {
  const { laws, caught, alarms } = await evaluateFresh(library.database, invented)
  const counted = (rows: typeof caught, name: string) => rows.find((row) => row.name === name)?.share.n
  expect(laws).toEqual(['demo_musteraufenthg'])
  expect(counted(alarms, 'own words')).toBe(1)
  expect(counted(caught, 'own words, false: number')).toBe(1)
  expect(counted(caught, 'own words, false: unit')).toBe(0)
  expect(counted(caught, 'number')).toBeGreaterThan(0)
})

test('a statement about a sentence that the law does not have stops the run and names it', async () => {
  const astray = { ...invented, trueOnes: [{ ...place, sentence: 7, text: 'Die Duldung ist blau.' }] }
  await expect(evaluateFresh(library.database, astray)).rejects.toThrow(
    'demo_musteraufenthg hat am 2025-04-02 keinen § 16 Satz 7.',
  )
})
