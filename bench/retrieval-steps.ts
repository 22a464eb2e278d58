import { readFileSync } from 'node:fs'
import { findAsked } from '../src/answer/retrieve/find-asked.ts'
import { findByReferences } from '../src/answer/retrieve/find-by-references.ts'
import { findNear } from '../src/answer/retrieve/find-near.ts'
import { rankFound } from '../src/answer/retrieve/rank-found.ts'
import { DEPTH, retrieve } from '../src/answer/retrieve/retrieve.ts'
import { rankingWeights } from '../src/answer/retrieve/weights.ts'
import { understand } from '../src/answer/understand/understand.ts'
import { activeEmbedding } from '../src/embedding/active-embedding.ts'
import type { Inquiry, LawName } from '../src/law/answer.ts'
import { toDay, today } from '../src/law/day.ts'
import type { EmbeddingModel } from '../src/models/embed.ts'
import type { EmbeddingIndex } from '../src/store/embedding-index.ts'
import { findCompounds } from '../src/store/find-compounds.ts'
import { listLawNames } from '../src/store/find-documents.ts'
import { findByText, loadPassages } from '../src/store/find-passages.ts'
import { searchWords } from '../src/text/words.ts'
import type { Library } from '../src/wiring.ts'
import { median } from './cpu.ts'
import { developmentQuestions } from './questions.ts'

/** CPU time spent since the process started, by whom, in milliseconds. `server` is 0 for the embedded database. */
export interface Spent {
  client: number
  server: number
}
export type Meter = () => Spent

const LIMIT = 20

/** The development questions, understood, with the register they were understood by. */
export async function readInquiries(library: Library): Promise<{ inquiries: Inquiry[]; register: LawName[] }> {
  const register = await listLawNames(library.database, today())
  const lines = readFileSync(developmentQuestions, 'utf8').trim().split('\n')
  const inquiries = lines
    .map((line) => JSON.parse(line) as { question: string; as_of: string })
    .map(({ question, as_of: asOf }) => ({
      text: question,
      asOf: toDay(asOf),
      territory: 'DE-NW',
      style: 'short' as const,
      kinds: null,
    }))
    .map((question) => understand(question, register, library.lexicon))
  return { inquiries, register }
}

/** CPU of `retrieve()` for each question, `runs` times after one that is not counted: the median run's figures. */
export async function measureWhole(library: Library, meter: Meter, runs = 3): Promise<Record<string, number>> {
  const { inquiries, register } = await readInquiries(library)
  const counted: Spent[][] = []
  for (let run = 0; run <= runs; run += 1) {
    const spent: Spent[] = []
    for (const inquiry of inquiries)
      spent.push(await difference(meter, () => retrieve(library, inquiry, register, LIMIT)))
    if (run > 0) counted.push(spent)
  }
  const totals = counted.map((run) => run.map(({ client, server }) => client + server))
  return {
    cpuMsMedian: median(totals.map(median)),
    cpuMsMean: median(totals.map(mean)),
    cpuMsP95: median(totals.map((run) => quantile(run, 0.95))),
    cpuMsLongest: median(totals.map((run) => Math.max(...run))),
    clientCpuMsMean: median(counted.map((run) => mean(run.map(({ client }) => client)))),
    serverCpuMsMean: median(counted.map((run) => mean(run.map(({ server }) => server)))),
  }
}

/** Mean CPU of each step of `retrieve()`, in milliseconds a question, the steps taken one by one. */
export async function measureSteps(library: Library, meter: Meter): Promise<Record<string, number>> {
  const { inquiries, register } = await readInquiries(library)
  const { database } = library
  const spent: Record<string, number> = {}
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    let result: T | undefined
    const { client, server } = await difference(meter, async () => (result = await work()))
    spent[`${name}CpuMs`] = (spent[`${name}CpuMs`] ?? 0) + (client + server) / inquiries.length
    return result as T
  }
  for (const inquiry of inquiries) {
    const { question, meanings, added, searchText } = inquiry
    const words = searchWords(searchText)
    const named = await step('references', () => findByReferences(database, inquiry.references, register, question))
    const compounds = await step('compounds', () => findCompounds(database, words))
    const said = { words: words.join(' '), meanings: [...meanings, ...added, ...compounds].join(' ') }
    const text = await step('text', () => findByText(database, said, question, DEPTH))
    const vector = await step('vector', () => findNear(library, question.text, question, DEPTH))
    const asked = await step('asked', () => findAsked(library, inquiry))
    const lists = { text, vector, asked }
    const ranked = await step('rank', () => rankFound(library, { inquiry, register, named, lists }, rankingWeights))
    const rows = ranked.flatMap(({ passages }) => passages.map(({ rowId }) => rowId)).slice(0, LIMIT)
    await step('load', () => loadPassages(database, rows, question.asOf))
  }
  return spent
}

async function difference(meter: Meter, work: () => Promise<unknown>): Promise<Spent> {
  const before = meter()
  await work()
  const after = meter()
  return { client: after.client - before.client, server: after.server - before.server }
}

/** @throws Error where the library has no vectors, or of a model that is not there. */
export async function embeddingOf(library: Library): Promise<{ embedding: EmbeddingModel; index: EmbeddingIndex }> {
  const active = await activeEmbedding(library)
  if (!active?.embedding) throw new Error('There are no vectors of a model that can be asked.')
  return { index: active.index, embedding: active.embedding }
}

export function processMeter(): Spent {
  const { user, system } = process.cpuUsage()
  return { client: (user + system) / 1000, server: 0 }
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
