import { ChatModelError } from '../../src/models/chat-model-error.ts'
import type { ChatModel } from '../../src/models/chat.ts'
import { fillPrompt, type Prompt } from '../../src/prompt.ts'
import { asData } from '../../src/text/as-data.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import { judgeKey, type PairLine, type PointsLine } from './judge-line.ts'
import { preferenceSchema, readPreference, readVerdicts, verdictsSchema } from './read-verdicts.ts'
import { pointsKey, statementsOf } from './statements.ts'

/** A chat model with what it is told. */
export interface Judge {
  chat: ChatModel
  prompt: Prompt
}

/** Asks which statements an answer makes. @throws ChatModelError where the judge could not be asked. */
export async function askPoints(
  { chat, prompt }: Judge,
  reference: ReferenceCase,
  answer: AnswerRecord,
): Promise<PointsLine> {
  const statements = statementsOf(reference)
  const ids = statements.map((_, at) => `A${at + 1}`)
  const raw = await replyOf({ chat, prompt }, verdictsSchema, {
    question: asData(reference.question),
    answer: asData(answer.answer),
    statements: statements.map(({ statement }, at) => `${ids[at]}: ${asData(statement)}`).join('\n'),
  })
  const read = readVerdicts(raw ?? '', ids)
  const verdicts = statements.map((each, at) => ({ ...each, verdict: read[at] ?? ('unreadable' as const) }))
  const unread = read.filter((verdict) => verdict === 'unreadable').length
  return {
    kind: 'points',
    ...askedOf({ chat, prompt }, answer, raw),
    key: pointsKey({ model: chat.name, promptHash: prompt.hash }, reference, answer),
    fault: unread === 0 ? null : `${unread} von ${read.length} Urteilen nicht lesbar`,
    verdicts,
  }
}

/** Which of two answers is better, the first of the run `other` where `swapped`. @throws ChatModelError as `askPoints`. */
export async function askPair(
  { chat, prompt }: Judge,
  { reference, own, theirs, other, swapped }: PairQuestion,
): Promise<PairLine> {
  const [first, second] = swapped ? [theirs, own] : [own, theirs]
  const raw = await replyOf({ chat, prompt }, preferenceSchema, {
    question: asData(reference.question),
    reference: asData(reference.reference_answer ?? reference.key_points.join('\n')),
    first: asData(first.answer),
    second: asData(second.answer),
  })
  const better = readPreference(raw ?? '')
  const isOwn = (better === 'erste') !== swapped
  return {
    kind: 'pair',
    ...askedOf({ chat, prompt }, own, raw),
    key: pairKey({ chat, prompt }, { reference, own, theirs, other, swapped }),
    fault: better === null ? 'Urteil nicht lesbar' : null,
    other,
    swapped,
    verdict: better === null ? 'unreadable' : better === 'gleich' ? 'tie' : isOwn ? 'own' : 'other',
  }
}

export interface PairQuestion {
  reference: ReferenceCase
  own: AnswerRecord
  theirs: AnswerRecord
  /** Name of the run that `theirs` is of. */
  other: string
  /** True: the judge sees `theirs` first. */
  swapped: boolean
}

export function pairKey({ chat, prompt }: Judge, { reference, own, theirs, swapped }: PairQuestion): string {
  return judgeKey(chat.name, prompt.hash, [
    reference.question,
    reference.reference_answer,
    own.answer,
    theirs.answer,
    swapped,
  ])
}

/** The model's words; null where it said nothing, or did not come to an end: that is a reply that cannot be read. */
async function replyOf({ chat, prompt }: Judge, schema: Record<string, unknown>, fields: Record<string, string>) {
  try {
    const filled = fillPrompt(prompt, fields)
    return (await chat.complete({ ...filled, schema, signal: new AbortController().signal })).text
  } catch (error) {
    if (error instanceof ChatModelError && ['bad_output', 'too_long'].includes(error.kind)) return null
    throw error
  }
}

function askedOf({ chat, prompt }: Judge, { caseId, repeat }: AnswerRecord, raw: string | null) {
  return { caseId, repeat, model: chat.name, promptHash: prompt.hash, raw, askedAt: new Date().toISOString() }
}
