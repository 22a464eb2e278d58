import type { Answer } from '../law/answer.ts'
import { germanDay } from '../law/day.ts'
import type { AnsweredQuestion } from './answer-one.ts'

const nearestCount = 5

/** Why a question has no claims, with the passages that come nearest. */
export function abstain({ inquiry, passages, absences, wording }: AnsweredQuestion): NonNullable<Answer['abstention']> {
  const nearest = passages.slice(0, nearestCount)
  const [first] = absences
  if (first && !wording) {
    return { reason: first.reason, message: absences.map(({ message }) => message).join(' '), nearest }
  }
  const message =
    nearest.length === 0
      ? `Dazu enthält die Sammlung am ${germanDay(inquiry.question.asOf)} keine Stelle. Bitte die Frage anders stellen oder den Tag prüfen.`
      : 'Die Stellen der Sammlung beantworten diese Frage nicht.'
  return { reason: 'no_evidence', message, nearest }
}
