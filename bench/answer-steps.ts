import { answerQuestion, type AnswerParts } from '../src/answer/answer-question.ts'
import type { Composer } from '../src/answer/compose/compose-with-model.ts'
import type { Answer, Question } from '../src/law/answer.ts'
import { processMeter } from './retrieval-steps.ts'

export const steps = ['understand', 'retrieve', 'prompt', 'client', 'verify', 'record'] as const
type Step = (typeof steps)[number]

/** CPU of one answer in milliseconds: of each step, and of all together. */
export type AnswerCost = Record<Step | 'whole', number> & { mode: Answer['mode'] }

/**
 * Answers one question and counts the CPU this process spends between the seams that answering is handed: the search,
 * the chat model's client, the store. `verify` is everything from a reply (or, without a model, from the search) to the
 * record; what the model itself spends, in its own process, is not counted.
 */
export async function measureAnswer(parts: AnswerParts, question: Question): Promise<AnswerCost> {
  const spent = Object.fromEntries(steps.map((step) => [step, 0])) as Record<Step, number>
  let current: Step = 'understand'
  let since = processMeter().client
  const enter = (step: Step): void => {
    const now = processMeter().client
    spent[current] += now - since
    current = step
    since = now
  }
  const during = async <T>(step: Step, next: Step, work: () => Promise<T>): Promise<T> => {
    enter(step)
    try {
      return await work()
    } finally {
      enter(next)
    }
  }
  const measured: AnswerParts = {
    ...parts,
    composer: parts.composer && countingClient(parts.composer, during),
    retrieve: (inquiry, register) =>
      during('retrieve', parts.composer ? 'prompt' : 'verify', () => parts.retrieve(inquiry, register)),
    saveAnswer: (answer) => during('record', 'record', () => parts.saveAnswer(answer)),
  }
  const { mode } = await answerQuestion(measured, question, () => {}, new AbortController().signal)
  enter('record')
  const whole = steps.reduce((sum, step) => sum + spent[step], 0)
  return { ...spent, whole, mode }
}

type During = <T>(step: Step, next: Step, work: () => Promise<T>) => Promise<T>

function countingClient(composer: Composer, during: During): Composer {
  const { chat } = composer
  return { ...composer, chat: { ...chat, complete: (asked) => during('client', 'verify', () => chat.complete(asked)) } }
}
