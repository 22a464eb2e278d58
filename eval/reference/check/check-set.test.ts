import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoSource } from '../../../ingest/sources/demo.ts'
import { ingest } from '../../../ingest/ingest.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { type FreshLibrary, openFreshLibrary } from '../../../tests/integration/fresh-library.ts'
import { printSetCheck } from '../../report/print-set-check.ts'
import { checkSet } from './check-set.ts'

let library: FreshLibrary
beforeAll(async () => {
  library = await openFreshLibrary()
  for await (const { outcome } of ingest(library.parts, await demoSource(), { dryRun: false }))
    if (outcome === 'failed') throw new Error('The demonstration collection could not be fed.')
})
afterAll(() => library.discard())

test('the set and its JSON Schema ship with the package', () => {
  const { files }: { files: string[] } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  expect(files).toContain('eval/reference/demo.jsonl')
  expect(files).toContain('eval/reference/reference-case.schema.json')
})

test('the set that ships with the package has no fault, and its pairs of days are seen', async () => {
  const found = await checkSet(readFileSync(new URL('../demo.jsonl', import.meta.url), 'utf8'), library.database)
  expect(found.faults).toEqual([])
  expect(found).toMatchObject({ questions: 29, answerable: 25 })
  expect(found.pairs).toHaveLength(4)
})

const asked = {
  id: 'x-1',
  question: 'Wie lange gilt die Aufenthaltserlaubnis eines Gastes?',
  as_of: '2025-04-01',
  gold: [{ law: 'demo_musteraufenthg', norm: '§ 5', para: '2', essential: true }],
}
const gold = (...norms: object[]) => norms.map((one) => ({ ...asked.gold[0], ...one }))
const lines = (...questions: object[]) => questions.map((one) => `${JSON.stringify(one)}\n`).join('')

describe('a fault is told with its line, its id and what to do', () => {
  test.each([
    ['a file without a question', '\n\n', /keine Frage/, 1],
    ['a line that is no JSON', '{"id":', /kein JSON/, 1],
    ['a quote of another version', lines({ ...asked, gold: gold({ quote: 'gilt 12 Monate' }) }), /„gilt 12 Monate“/, 1],
    ['a quote of another Absatz', lines({ ...asked, gold: gold({ quote: 'in einem Wohnheim lebt' }) }), /Absatz 3/, 1],
    [
      'a norm that is not yet law',
      lines({ ...asked, as_of: '2024-03-01', gold: gold({ norm: '§ 9a', para: '1' }) }),
      /noch nicht, erst ab 01\.07\.2024/,
      1,
    ],
    ['a norm that was repealed', lines({ ...asked, gold: gold({ norm: '§ 14', para: null }) }), /weggefallen/, 1],
    [
      'a norm no version has',
      lines({ ...asked, gold: gold({ norm: '§ 99', para: null }) }),
      /§ 99 demo_musteraufenthg gibt es nicht/,
      1,
    ],
    [
      'an Absatz the norm has not',
      lines({ ...asked, gold: gold({ para: '7' }) }),
      /keinen Absatz 7.*vorhanden sind: 1, 2, 3/,
      1,
    ],
    [
      'a law the collection has not',
      lines({ ...asked, gold: gold({ law: 'fehltg' }) }),
      /fehltg ist nicht in der Sammlung/,
      1,
    ],
    ['a source that names no such norm', lines({ ...asked, gold: [], sources: ['§ 99 MusterAufenthG'] }), /§ 99/, 1],
    ['an id twice', lines(asked, { ...asked, question: 'Etwas anderes?' }), /die id steht schon in Zeile 1/, 2],
    [
      'a question twice, in other letters',
      lines(asked, { ...asked, id: 'x-2', question: 'WIE LANGE gilt die Aufenthaltserlaubnis eines Gastes' }),
      /dieselbe Frage/,
      2,
    ],
    ['an unanswerable question with a carrying norm', lines({ ...asked, answerable: false }), /widersprechen/, 1],
  ])('%s', async (_, text, message, line) => {
    const { faults } = await checkSet(text, library.database)
    const errors = faults.filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([expect.objectContaining({ line })])
    expect(errors.map(({ what, remedy }) => `${what} → ${remedy}`).join()).toMatch(message)
  })

  test('every line and every field is looked at, not only the first', async () => {
    const text = lines({ ...asked, as_of: '2025-02-30', style: 'gereimt' }, asked, { id: 'x-3' })
    const { faults } = await checkSet(text, library.database)
    expect(faults.map(({ line }) => line)).toEqual([1, 1, 3, 3])
    expect(printSetCheck(await checkSet(text, library.database))).toContain('Zeile 1 (x-1): as_of: kein Kalendertag')
  })

  test('nearly the same question, and a source that names no norm, are hints that stop nothing', async () => {
    const text = lines(
      asked,
      { ...asked, id: 'x-2', question: 'Wie lange gilt wohl die Aufenthaltserlaubnis eines Gastes?' },
      { ...asked, id: 'x-3', question: 'Was sagt der Erlass?', gold: [], sources: ['Erlass vom 12.3.2024'] },
      { ...asked, id: 'x-4', question: 'Und das Fehlgesetz?', gold: [], sources: ['§ 3 FehlG'] },
    )
    const found = await checkSet(text, library.database)
    expect(found.faults.map(({ severity }) => severity)).not.toContain('error')
    const printed = printSetCheck(found)
    expect(printed).toMatch(/Zeile 2 \(x-2\): die Frage ist fast die der Zeile 1/)
    expect(printed).toMatch(/nicht auflösbar: „Erlass vom 12.3.2024“/)
    expect(printed).toMatch(/nicht auflösbar: FehlG ist nicht in der Sammlung/)
    expect(printed).toContain('Kein Fehler')
  })

  test('the same question on two days is a pair, not a repetition', async () => {
    const found = await checkSet(lines(asked, { ...asked, id: 'x-2', as_of: '2024-02-01' }), library.database)
    expect(found).toMatchObject({ faults: [], pairs: [['x-1', 'x-2']] })
  })
})
