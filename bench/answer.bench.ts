import { readFileSync } from 'node:fs'
import type { AnswerParts } from '../src/answer/answer-question.ts'
import type { Question } from '../src/law/answer.ts'
import { toDay } from '../src/law/day.ts'
import { openAiChat } from '../src/models/chat.ts'
import { queueChat } from '../src/models/queue-chat.ts'
import { loadPrompt } from '../src/prompt.ts'
import { saveAnswer } from '../src/store/answers.ts'
import { rememberLawNames } from '../src/store/remember-law-names.ts'
import { answerParts } from '../src/wire-service.ts'
import { type AnswerCost, measureAnswer, steps } from './answer-steps.ts'
import { median } from './cpu.ts'
import { openFilledLibrary } from './filled-library.ts'
import { developmentQuestions } from './questions.ts'
import { mean, quantile } from './retrieval-steps.ts'
import { startModel } from './start-model.ts'

export const name =
  'Answer: everything but the model, in CPU an answer; the development questions on the embedded database, warm'

const countedRuns = 2
const timeoutMs = 60_000

export async function run(): Promise<Record<string, number>> {
  const library = await openFilledLibrary()
  const model = await startModel(0)
  const endpoint = openAiChat({ url: model.url, model: 'scripted', key: null, timeoutMs })
  const chat = queueChat(endpoint, { timeoutMs, waitMs: timeoutMs, concurrency: 2 })
  const parts: AnswerParts = {
    ...answerParts(library, rememberLawNames(library.database)),
    composer: { chat, prompt: loadPrompt('compose') },
    rewriter: null,
    check: null,
    saveAnswer: (answer) => saveAnswer(library.database, answer, 'bench'),
  }
  const worded = await measureAll(parts)
  const extracts = await measureAll({ ...parts, composer: null })
  model.stop()
  await library.database.close()
  return {
    answers: worded.length,
    answersWordedByModel: worded.filter(({ mode }) => mode === 'llm').length,
    ...figures('', worded),
    ...Object.fromEntries(steps.map((step) => [`${step}CpuMsMean`, mean(worded.map((each) => each[step]))])),
    ...figures('extractive', extracts),
  }
}

/** After one round that is not counted: it compiles PGlite's WebAssembly and loads the client. */
async function measureAll(parts: AnswerParts): Promise<AnswerCost[]> {
  const costs: AnswerCost[] = []
  for (let round = 0; round <= countedRuns; round += 1) {
    for (const question of readQuestions()) {
      const cost = await measureAnswer(parts, question)
      if (round > 0) costs.push(cost)
    }
  }
  return costs
}

function figures(prefix: string, costs: AnswerCost[]): Record<string, number> {
  const whole = costs.map((each) => each.whole)
  const named = { median: median(whole), p95: quantile(whole, 0.95), longest: Math.max(...whole) }
  return Object.fromEntries(
    Object.entries(named).map(([what, value]) => [
      prefix === '' ? `${what}CpuMs` : `${prefix}${what[0]?.toUpperCase()}${what.slice(1)}CpuMs`,
      value,
    ]),
  )
}

function readQuestions(): Question[] {
  return readFileSync(developmentQuestions, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { question: string; as_of: string })
    .map(({ question, as_of: asOf }) => ({
      text: question,
      asOf: toDay(asOf),
      territory: 'DE-NW',
      style: 'full',
      kinds: null,
    }))
}
