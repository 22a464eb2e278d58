import type { LawName, Question } from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import type { EarlierQuestion } from '../law/earlier-question.ts'
import { joinQuestions, leansOn } from './understand/follow-up/join-questions.ts'
import { joinWithModel } from './understand/follow-up/join-with-model.ts'
import type { Rewriter } from './understand/rewrite-with-model.ts'
import { understand } from './understand/understand.ts'

export interface FollowUpParts {
  register: (asOf: Day) => Promise<LawName[]>
  /** Null: a fixed rule alone writes follow-ups out. */
  followUpRewriter: Rewriter | null
}

/**
 * A follow-up as a question that stands by itself; one that does already comes back as it is. In a conversation, where nobody
 * said that it follows up anything, only one that leans on what was said before is one.
 * @throws the signal's reason when the caller gave up.
 */
export async function rewriteFollowUp(
  { register, followUpRewriter }: FollowUpParts,
  question: Question,
  earlier: EarlierQuestion,
  signal: AbortSignal,
): Promise<Question> {
  const names = await register(question.asOf)
  const [now, then] = [question, { ...question, text: earlier.text }].map((each) => understand(each, names, []))
  if (!now || !then || (earlier.from === null && !leansOn(now))) return question
  const byRule = joinQuestions(now, then, names)
  const byModel =
    byRule && followUpRewriter && (await joinWithModel(followUpRewriter, question.text, earlier.text, signal))
  const text = byModel ?? byRule
  return text === null ? question : { ...question, text, followUp: { from: earlier.from, asked: question.text } }
}
