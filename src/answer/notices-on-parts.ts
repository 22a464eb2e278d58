import type { Inquiry } from '../law/answer.ts'
import type { AnsweredQuestion } from './answer-one.ts'
import { mostQuestions } from './understand/ask-one-by-one.ts'

/** German sentences on questions asked at once: which of them no model worded although it worded others; too many. */
export function noticesOnParts({ parts }: Inquiry, answered: AnsweredQuestion[]): string[] {
  const tooMany = `Die Frage enthält ${parts.length} Teilfragen und wurde als eine beantwortet. Bitte höchstens ${mostQuestions} auf einmal stellen.`
  if (answered.length < 2) return parts.length > mostQuestions ? [tooMany] : []
  if (!answered.some(({ wording }) => wording?.mode === 'llm')) return []
  return answered.flatMap(({ wording }, at) => (wording?.fallback ? [`Zu Frage ${at + 1}: ${wording.fallback}`] : []))
}
