import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord } from './answer-record.ts'
import type { AnswerCache } from './answer-cache.ts'
import { resolveAnswer, type ResolveParts } from './resolve-answer.ts'
import type { RunFolder } from './run-folder.ts'
import { askMetered } from './systems/metered-chat.ts'
import type { System } from './systems/system.ts'

/** How a set is run. */
export interface RunOptions {
  repeats: number
  /** Of the first repeat; each further one has the next. */
  seed: number
  /** Questions asked at once. */
  parallel: number
  signal: AbortSignal
  /** Hears of every answer, with how many of how many there are. */
  onAnswer: (done: number, total: number, record: AnswerRecord) => void
}

/**
 * Asks a system every question of a set, each as often as wanted, and writes every answer as it comes. What the folder
 * holds already is not asked again, except what failed. A question that fails is written down as that; the run goes on.
 * @throws the signal's reason when it is stopped; what was answered until then stays.
 */
export async function runSet(
  system: System,
  cases: ReferenceCase[],
  folder: RunFolder,
  parts: ResolveParts,
  cache: AnswerCache,
  { repeats, seed, parallel, signal, onAnswer }: RunOptions,
): Promise<void> {
  const answered = new Set(folder.done.filter(({ status }) => status !== 'failed').map(keyOf))
  const all = Array.from({ length: repeats }, (_, index) => index + 1).flatMap((repeat) =>
    cases.map((one) => ({ one, repeat })),
  )
  const left = all.filter(({ one, repeat }) => !answered.has(keyOf({ caseId: one.id, repeat })))
  let done = all.length - left.length
  const work = left.values()
  const worker = async (): Promise<void> => {
    for (const { one, repeat } of work) {
      signal.throwIfAborted()
      const record = await ask(system, one, { repeat, seed: seed + repeat - 1 }, parts, cache, signal)
      signal.throwIfAborted()
      folder.append(record)
      done += 1
      onAnswer(done, all.length, record)
    }
  }
  await Promise.all(Array.from({ length: Math.min(parallel, left.length) }, worker))
}

function keyOf({ caseId, repeat }: Pick<AnswerRecord, 'caseId' | 'repeat'>): string {
  return `${repeat} ${caseId}`
}

async function ask(
  system: System,
  { id: caseId, question, as_of: asOf }: ReferenceCase,
  { repeat, seed }: { repeat: number; seed: number },
  parts: ResolveParts,
  cache: AnswerCache,
  signal: AbortSignal,
): Promise<AnswerRecord> {
  const place = { caseId, repeat, asOf }
  try {
    const given = await cache.remember({ question, asOf, repeat }, () =>
      askMetered(seed, () => system.ask({ id: caseId, question, asOf }, signal)),
    )
    return await resolveAnswer(parts, given, place)
  } catch (error) {
    return failedRecord(place, error instanceof Error ? error.message : String(error))
  }
}

function failedRecord(place: Pick<AnswerRecord, 'caseId' | 'repeat' | 'asOf'>, error: string): AnswerRecord {
  return {
    ...place,
    error,
    status: 'failed',
    answer: '',
    sentences: [],
    sources: [],
    references: [],
    retrieved: null,
    refusalReason: null,
    firstEventMs: null,
    totalMs: null,
    tokens: null,
    raw: null,
  }
}
