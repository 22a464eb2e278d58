import { readFileSync } from 'node:fs'
import { cpuMs } from './cpu.ts'
import { openFilledLibrary } from './filled-library.ts'
import { developmentQuestions } from './questions.ts'
import { embeddingOf, measureSteps, measureWhole, processMeter } from './retrieval-steps.ts'
import { measureRecall } from './vector-recall.ts'

export const name =
  'Retrieval: the development questions on the embedded database, warm: whole, by step, and what the sign bits lose'

export async function run(): Promise<Record<string, number>> {
  const library = await openFilledLibrary()
  const [row] = await library.database.query<{ all: number; today: number }>(
    `select count(*) as all, count(*) filter (where validity @> '2025-03-05'::date) as today from passages`,
  )
  const whole = await measureWhole(library, processMeter)
  const steps = await measureSteps(library, processMeter)
  const { recall } = await measureRecall(library, processMeter, {}, 20)
  const texts = await library.database.query<{ text: string }>('select text from passages order by id limit 5000')
  const questions = readFileSync(developmentQuestions, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).question as string)
  const { embedding } = await embeddingOf(library)
  const embed = (inputs: string[], kind: 'query' | 'passage') => cpuMs(() => embedding.embed(inputs, kind))
  const passageMs = await embed(
    texts.map(({ text }) => text),
    'passage',
  )
  const queryMs = await embed(questions, 'query')
  await library.database.close()
  return {
    passagesStored: row?.all ?? 0,
    passagesInForce: row?.today ?? 0,
    ...whole,
    ...steps,
    embedPassageCpuMs: passageMs / texts.length,
    embedQueryCpuMs: queryMs / questions.length,
    signBitsRecallAt20: recall,
    memoryMegabytes: process.memoryUsage().rss / 1e6,
    peakMemoryMegabytes: process.resourceUsage().maxRSS / 1e3,
  }
}
