import type { Answer, AnswerPart } from '../law/answer.ts'
import type { AnsweredQuestion } from './answer-one.ts'

const nearestCount = 5
const unanswered = 'Die Stellen der Sammlung beantworten diese Frage nicht.'

/** Why a question has no claims, with the passages that come nearest. */
export function abstain(answered: AnsweredQuestion): NonNullable<Answer['abstention']> {
  const nearest = (answered.inquiry.doubt?.nearest ?? answered.passages).slice(0, nearestCount)
  const { reason, message } = reasonFor(answered)
  const pointer = message === unanswered ? ' Am nächsten kommen die hier genannten.' : ''
  return { reason, message: message + pointer, nearest }
}

/** The same for one of several questions, beside which no nearest passages stand. */
export function reasonFor({ inquiry, absences, wording }: AnsweredQuestion): NonNullable<AnswerPart['abstention']> {
  const [first] = absences
  if (first && !wording) return { reason: first.reason, message: absences.map(({ message }) => message).join(' ') }
  if (inquiry.doubt) return { reason: inquiry.doubt.reason, message: inquiry.doubt.message }
  return { reason: 'no_evidence', message: unanswered }
}
