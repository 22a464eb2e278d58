import type { AnswerEvent } from '../law/answer-event.ts'
import type { Answer, LawName, Question } from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import type { Lexicon } from '../law/lexicon.ts'
import type { MendedWord } from '../law/mended-word.ts'
import { answerOne, type AnswerOneParts } from './answer-one.ts'
import { buildAnswer } from './build-answer.ts'
import { withCitedStand } from './cited-stand.ts'
import { flagCitations, type FindFlags } from './flag-citations.ts'
import { mergePassages } from './merge-passages.ts'
import { resolveNames } from './resolve-names.ts'
import { askOneByOne } from './understand/ask-one-by-one.ts'
import { rewriteWithModel, type Rewriter } from './understand/rewrite-with-model.ts'
import { showContradictions } from './show-contradictions.ts'
import { understand } from './understand/understand.ts'
import { findFalsePremises } from './verify/contrast/find-false-premises.ts'

/** What answering needs, handed in by the wiring. */
export interface AnswerParts extends AnswerOneParts {
  /** Every law of the collection with its names; of several with one name, the one meant that day first. */
  register: (asOf: Day) => Promise<LawName[]>
  /** What the office says and the law means. */
  lexicon: Lexicon
  /** The mistyped words of a text, as the search takes them. */
  mend: (text: string) => Promise<MendedWord[]>
  /** Null: the question is searched for in its own words. */
  rewriter: Rewriter | null
  /** What the collection is made of, as an answer's record keeps it. */
  corpus: () => Promise<Answer['sources']>
  findFlags: FindFlags
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
  const inquiry = await resolveNames(parts, understand(question, register, parts.lexicon))
  inquiry.mended = await parts.mend(inquiry.searchText)
  if (parts.rewriter) inquiry.added = await rewriteWithModel(parts.rewriter, inquiry, signal)
  const parted = askOneByOne(inquiry, (text) => understand({ ...question, text }, register, parts.lexicon))
  const asked = await Promise.all(parted.map((each) => resolveNames(parts, each)))
  const found = await Promise.all(asked.map((each) => parts.retrieve(each, register)))
  signal.throwIfAborted()
  onEvent({ type: 'passages', passages: mergePassages(found) })
  // All at once, so that one time limit holds for them together; who waits for whom is the models' affair.
  const answered = await Promise.all(
    asked.map((each, at) => answerOne(parts, each, { passages: found[at] ?? [], register }, signal)),
  )
  const model = parts.composer && { name: parts.composer.chat.name, promptHash: parts.composer.prompt.hash }
  const built = buildAnswer({ inquiry, answered, model, sources, now: parts.now() })
  const premises = findFalsePremises(
    inquiry,
    answered.flatMap(({ evidence }) => evidence),
  )
  const contradicted = showContradictions(
    built,
    answered.flatMap(({ conflicts }) => conflicts),
    premises,
  )
  const answer = withCitedStand(await flagCitations(parts.findFlags, contradicted, register))
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
