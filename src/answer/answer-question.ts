import type { Answer, AnswerEvent, Inquiry, LawName, Question } from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import type { Lexicon } from '../law/lexicon.ts'
import type { NormLookup } from '../law/library.ts'
import type { RankedPassage } from '../law/passage.ts'
import { buildAnswer } from './build-answer.ts'
import { numberEvidence } from './compose/number-evidence.ts'
import { findAbsences } from './find-absences.ts'
import { rewriteWithModel, type Rewriter } from './understand/rewrite-with-model.ts'
import { understand } from './understand/understand.ts'
import { wordAnswer, type WordingParts } from './word-answer.ts'

/** What answering needs, handed in by the wiring. */
export interface AnswerParts extends WordingParts {
  /** Every law of the collection with its names; of several with one name, the one meant that day first. */
  register: (asOf: Day) => Promise<LawName[]>
  /** What the office says and the law means. */
  lexicon: Lexicon
  /** Null: the question is searched for in its own words. */
  rewriter: Rewriter | null
  retrieve: (inquiry: Inquiry, register: LawName[]) => Promise<RankedPassage[]>
  findNorm: (documentId: string, norm: string, asOf: Day) => Promise<NormLookup>
  /** What the collection is made of, as an answer's record keeps it. */
  corpus: () => Promise<Answer['sources']>
  saveAnswer: (answer: Answer) => Promise<void>
  now: () => Date
}

/**
 * Answers a question from the collection as it was in force on the day asked: every sentence verified, every citation
 * copied from the stored text. Where the collection carries no answer, the answer says so and why. `onEvent` hears of
 * the passages first, then of each claim and each removed one, then of the stored answer.
 * @throws the signal's reason when the caller gave up; what a part throws when the store is broken.
 */
export async function answerQuestion(
  parts: AnswerParts,
  question: Question,
  onEvent: (event: AnswerEvent) => void,
  signal: AbortSignal,
): Promise<Answer> {
  const [register, sources] = await Promise.all([parts.register(question.asOf), parts.corpus()])
  const inquiry = understand(question, register, parts.lexicon)
  if (parts.rewriter) inquiry.added = await rewriteWithModel(parts.rewriter, inquiry, signal)
  const passages = await parts.retrieve(inquiry, register)
  signal.throwIfAborted()
  onEvent({ type: 'passages', passages })
  const { absences, all } = await findAbsences(inquiry, register, passages, parts.findNorm)
  const evidence = all ? [] : numberEvidence(passages)
  const wording = evidence.length > 0 ? await wordAnswer(parts, { inquiry, evidence, register }, signal) : null
  const model = parts.composer && { name: parts.composer.chat.name, promptHash: parts.composer.prompt.hash }
  const answer = buildAnswer({ inquiry, passages, absences, wording, model, sources, now: parts.now() })
  for (const event of eventsOf(answer)) onEvent(event)
  await parts.saveAnswer(answer)
  onEvent({ type: 'answer', answer })
  return answer
}

function eventsOf({ claims, citations, removed }: Answer): AnswerEvent[] {
  return [
    ...claims.map((claim): AnswerEvent => {
      return { type: 'claim', claim, citations: citations.filter(({ number }) => claim.citations.includes(number)) }
    }),
    ...removed.map((each): AnswerEvent => ({ type: 'removed', removed: each })),
  ]
}
