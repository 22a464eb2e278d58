import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningService, startService } from '../tests/integration/start-service.ts'
import { filledFolder } from './filled-library.ts'
import { median } from './cpu.ts'
import { developmentQuestions } from './questions.ts'
import { startModel } from './start-model.ts'

export const name =
  'Load: the service on the filled library, ten people at once before a model of 2 s an answer, two slots; then 200 at once'

const people = Array.from({ length: 10 }, (_, index) => `person-${index}`)
const questionsEach = 3
const modelMs = 2000
const queue = 64

/** One question as its asker saw it. Times in milliseconds since it was sent. */
interface Asked {
  person: string
  /** How many of the same person were sent before. */
  nth: number
  passagesMs: number
  answeredMs: number
  /** On one clock for all. */
  answeredAt: number
  mode: string
  places: number
}

export async function run(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-load-'))
  const keysFile = join(folder, 'keys.json')
  writeFileSync(keysFile, JSON.stringify(people.map((each) => ({ hash: hash(each), role: 'reader', pseudonym: each }))))
  const model = await startModel(modelMs)
  const service = await startService({
    FUNDSTELLE_DATA: filledFolder,
    FUNDSTELLE_KEYS: keysFile,
    FUNDSTELLE_LLM_URL: model.url,
    FUNDSTELLE_QUEUE: String(queue),
  })
  try {
    await service.ready()
    const questions = readQuestions()
    await Promise.all(questions.slice(0, 10).map((question) => ask(service, people[0] ?? '', 0, question)))
    const idle = megabytes(service, 'VmRSS')
    const asked = (
      await Promise.all(
        people.map((person, index) => askInTurn(service, person, questions.slice(index * questionsEach))),
      )
    ).flat()
    const loaded = megabytes(service, 'VmRSS')
    return {
      ...figuresOf(asked),
      megabytesBefore: idle,
      megabytesAfterTenPeople: loaded,
      ...(await flood(service, questions)),
    }
  } finally {
    await service.stop()
    model.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function hash(key: string): string {
  return `sha256:${createHash('sha256').update(key).digest('hex')}`
}

async function askInTurn(service: RunningService, person: string, questions: string[]): Promise<Asked[]> {
  const asked: Asked[] = []
  for (let nth = 0; nth < questionsEach; nth += 1) asked.push(await ask(service, person, nth, questions[nth] ?? ''))
  return asked
}

async function ask(service: RunningService, person: string, nth: number, question: string): Promise<Asked> {
  const began = performance.now()
  const asked: Asked = {
    person,
    nth,
    passagesMs: Number.NaN,
    answeredMs: Number.NaN,
    answeredAt: 0,
    mode: 'lost',
    places: 0,
  }
  const response = await post(service, person, question, AbortSignal.timeout(300_000))
  for await (const { event, data } of eventsOf(response)) {
    if (event === 'passages') asked.passagesMs = performance.now() - began
    if (event === 'queue') asked.places += 1
    if (event === 'answer') asked.mode = (data as { mode: string }).mode
  }
  asked.answeredAt = performance.now()
  asked.answeredMs = asked.answeredAt - began
  return asked
}

function figuresOf(asked: Asked[]): Record<string, number> {
  const answered = asked.map(({ answeredMs }) => answeredMs)
  const passages = asked.map(({ passagesMs }) => passagesMs)
  // Somebody's next answer before another's earlier one: how often, of all pairs of people and rounds.
  const overtaken = asked.flatMap((one) =>
    asked.filter(
      ({ person, nth, answeredAt }) => person !== one.person && nth > one.nth && answeredAt < one.answeredAt,
    ),
  )
  return {
    people: people.length,
    questions: asked.length,
    answersLost: asked.filter(({ mode }) => mode === 'lost').length,
    answersWithoutModel: asked.filter(({ mode }) => mode === 'extractive').length,
    answersOvertaken: overtaken.length,
    placesTold: asked.reduce((sum, { places }) => sum + places, 0),
    passagesMsMedian: median(passages),
    passagesMsLongest: Math.max(...passages),
    answerMsMedian: median(answered),
    answerMsLongest: Math.max(...answered),
    // What a line without any loss takes: the model's time alone.
    wholeShareOfModelTime:
      (Math.max(...asked.map(({ answeredAt }) => answeredAt)) -
        Math.min(...asked.map((each) => each.answeredAt - each.answeredMs))) /
      ((asked.length * modelMs) / 2),
  }
}

/** 200 questions at once: those beyond the queue are refused at once, the others wait; then all go away. */
async function flood(service: RunningService, questions: string[]): Promise<Record<string, number>> {
  const leave = new AbortController()
  const streams: Promise<void>[] = []
  const send = async (index: number): Promise<number> => {
    const person = people[index % people.length] ?? ''
    const response = await post(service, person, questions[index % questions.length] ?? '', leave.signal)
    if (response.status === 200) streams.push(untilPassages(response))
    return response.status
  }
  const statuses = await Promise.all(Array.from({ length: 200 }, (_, index) => send(index)))
  await Promise.all(streams)
  const full = megabytes(service, 'VmRSS')
  leave.abort()
  const began = performance.now()
  const after = await ask(service, people[0] ?? '', 0, questions[0] ?? '')
  return {
    floodAccepted: streams.length,
    floodRefused503: statuses.filter((status) => status === 503).length,
    megabytesWithFullQueue: full,
    peakMegabytes: megabytes(service, 'VmHWM'),
    nextAnswerAfterAllLeftMs: after.mode === 'llm' ? performance.now() - began : Number.NaN,
  }
}

/** Resolves at the passages, and reads on, so that the stream stays open. @throws where it ends without them */
function untilPassages(response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    const read = async (): Promise<void> => {
      for await (const { event } of eventsOf(response)) if (event === 'passages') resolve()
      reject(new Error('A question ended without its passages.'))
    }
    read().catch(reject)
  })
}

function post(service: RunningService, person: string, question: string, signal: AbortSignal): Promise<Response> {
  return fetch(`${service.url}/v1/questions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${person}` },
    body: JSON.stringify({ question, asOf: '2025-03-05' }),
    signal,
  })
}

async function* eventsOf(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const piece of response.body ?? []) {
    const blocks = (rest + decoder.decode(piece as Uint8Array, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/s.exec(block) ?? []
      if (event !== undefined && data !== undefined) yield { event, data: JSON.parse(data) as unknown }
    }
  }
}

/** A figure of the process's memory, on Linux. */
function megabytes({ child }: RunningService, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1000
}

function readQuestions(): string[] {
  const lines = readFileSync(developmentQuestions, 'utf8').trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { question: string }).question)
}
