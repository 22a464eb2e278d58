import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { indexAskedQuestions } from '../src/answer/retrieve/asked-index.ts'
import { rankingWeights } from '../src/answer/retrieve/weights.ts'
import { toDay } from '../src/law/day.ts'
import { packageRoot } from '../src/package-root.ts'
import { listLawNames } from '../src/store/find-documents.ts'
import { contentWords } from '../src/text/words.ts'
import { feedFolder, type FreshLibrary, openFreshLibrary } from '../tests/integration/fresh-library.ts'
import { evaluateRetrieval, type RetrievalReport, retrievalParts } from './evaluate-retrieval.ts'
import { parseReferenceCases } from './reference/parse-reference-cases.ts'
import { printRetrieval } from './report/print-retrieval.ts'
import { askCases, type AskedCase, rephrase } from './run/ask-cases.ts'
import { collectFound } from './run/collect-found.ts'
import { readNormNames } from './run/queries/read-norm-names.ts'
import { rankCollected } from './run/rank-collected.ts'
import { rankNorms } from './run/rank-norms.ts'
import { withoutMending } from './run/without-mending.ts'

const askedQuestions = [
  { documentId: 'gii:demo_musteraufenthg', norm: '§ 13', paragraph: null, text: 'Dürfen Azubis bleiben?' },
  {
    documentId: 'gii:demo_musteraufenthg',
    norm: '§ 10',
    paragraph: null,
    text: 'Darf ich nach der Scheidung bleiben?',
  },
]
const askedWords = new Set(askedQuestions.flatMap(({ text }) => contentWords(text)))

const day = '2024-09-01'
/** Invented questions about invented law. */
const set = [
  ['Und was ist mit Azubis?', '§ 13', 'Lehre'],
  ['Wie lange muss man auf den Nachzug der Familie warten?', '§ 9', 'Familie'],
  ['Was sagt § 16 MusterAufenthG zur Duldung?', '§ 16', 'Duldung'],
  ['Aufenthaltsreht nach Trennnung der Ehegatten', '§ 10', 'Familie'],
].map(([question, norm, topic], place) =>
  JSON.stringify({
    id: `demo-00${place}`,
    question,
    as_of: day,
    kind: 'direct',
    style: 'colloquial',
    topic,
    answerable: true,
    gold: [{ law: 'demo_musteraufenthg', norm, para: null, essential: true }],
  }),
)

let library: FreshLibrary
let cases: AskedCase[]
let report: RetrievalReport

beforeAll(async () => {
  const fresh = await openFreshLibrary()
  library = { ...fresh, asked: indexAskedQuestions(askedQuestions) }
  await feedFolder(library.parts, join(packageRoot, 'ingest/demo/gii'))
  const references = parseReferenceCases(set.join('\n'))
  const registers = new Map([[day, await listLawNames(library.database, toDay(day))]])
  cases = askCases(references, registers, library.lexicon)
  report = await evaluateRetrieval(library, askedWords, cases, new Set(retrievalParts))
})

afterAll(() => library.discard())

test('what is ranked again from what was collected is what the service finds', async () => {
  const names = await readNormNames(library.database)
  for (const collected of await collectFound(library, cases)) {
    const ours = await rankNorms(library, collected.asked)
    expect(ours.length).toBeGreaterThan(2)
    expect(await rankCollected({ ...library, names }, collected, rankingWeights)).toEqual(ours)
  }
})

test('the table, the systems and the ablation say the same of our ranking', () => {
  const { table, systems, ablation } = report
  expect(table?.cases.map(({ gold }) => gold)).toEqual(cases.map(({ gold }) => gold))
  expect(table?.groups['all']).toEqual(systems?.[0]?.figures)
  expect(ablation?.[0]?.figures).toEqual(systems?.[0]?.figures)
})

test('every system finds norms of the collection, and its difference to ours is that of the means', () => {
  const [ours, ...others] = report.systems ?? []
  expect(others.map(({ name }) => name)).toHaveLength(4)
  for (const { figures, difference } of others) {
    expect(figures.recallAt10.mean).toBeGreaterThan(0)
    expect(difference.reciprocalRank.mean).toBeCloseTo(
      figures.reciprocalRank.mean - (ours?.figures.reciprocalRank.mean ?? Number.NaN),
    )
  }
})

test('a word that only asked questions hold is lost without them', () => {
  const without = report.ablation?.find(({ name }) => name === 'without asked questions')
  expect(without?.difference.reciprocalRank.mean).toBeLessThan(0)
})

test('without mending, a mistyped word finds nothing, and a word as it stands still does', async () => {
  const [mistyped] = await collectFound(library, cases.slice(3, 4))
  if (!mistyped) throw new Error('the case is gone')
  const asked = rephrase(mistyped.asked, 'Trennnung Scheidunng', library.lexicon)
  const [asTyped] = await collectFound(library, [asked])
  expect(asTyped?.lists.text.length).toBeGreaterThan(0)
  expect(asTyped?.lists.asked.length).toBeGreaterThan(0)
  const unmended = await withoutMending(library, askedWords, { ...mistyped, asked })
  expect(unmended.lists.text).toEqual([])
  expect(unmended.lists.asked).toEqual([])
  expect((await withoutMending(library, askedWords, mistyped)).lists.text.length).toBeGreaterThan(0)
})

test('tuning leaves each topic out once', () => {
  const topics = report.tuning?.chosen.reduce((sum, choice) => sum + choice.topics, 0)
  expect(topics).toBe(3)
  expect(report.tuning?.heldOut.recallAt5.n).toBe(4)
})

test('every question is asked as keywords and with typing errors', () => {
  expect(report.variants?.map(({ kind, drop }) => [kind, drop.recallAt5.n])).toEqual([
    ['keywords', 4],
    ['half the keywords', 4],
    ['typos', 4],
  ])
})

test('the report prints every part, and nothing that was not measured', () => {
  const printed = printRetrieval(report)
  for (const head of ['group', 'system', 'step taken out', 'tuning', 'drop'])
    expect(printed).toMatch(new RegExp(`^${head}`, 'm'))
  expect(printed).not.toMatch(/NaN|undefined/)
  expect(printRetrieval({ table: report.table as never })).not.toMatch(/^system/m)
})
