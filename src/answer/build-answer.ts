import { randomUUID } from 'node:crypto'
import type { Absence } from '../law/absence.ts'
import type { Answer, Inquiry } from '../law/answer.ts'
import { germanDay, today } from '../law/day.ts'
import type { RankedPassage } from '../law/passage.ts'
import { cite } from './cite.ts'
import { claimLimit } from './claim-limit.ts'
import { describeUnderstanding } from './describe-understanding.ts'
import { noticesOn } from './notices.ts'
import { noticesOnExceptions } from './notices-on-exceptions.ts'
import { openParts } from './open-parts.ts'
import type { Wording } from './word-answer.ts'

export interface AnswerMaterial {
  inquiry: Inquiry
  passages: RankedPassage[]
  absences: Absence[]
  /** Null where there was nothing to word an answer from. */
  wording: Wording | null
  /** The model that may have worded it. */
  model: Answer['model']
  sources: Answer['sources']
  now: Date
}

const nearestCount = 5

/** The answer as it is sent and stored. Only what was verified is in its text; without a claim it abstains. */
export function buildAnswer(material: AnswerMaterial): Answer {
  const { inquiry, wording, absences, now } = material
  const { question } = inquiry
  const shown = wording?.verified.claims.slice(0, claimLimit(question.style)) ?? []
  const { text, claims, citations, references } = cite(shown)
  const understood = describeUnderstanding(inquiry, citations)
  const abstention = claims.length === 0 ? abstain(material) : null
  return {
    id: randomUUID(),
    question: question.text,
    asOf: question.asOf,
    territory: question.territory,
    style: question.style,
    mode: abstention ? 'abstained' : (wording?.mode ?? 'abstained'),
    model: wording?.mode === 'llm' ? material.model : null,
    fallback: wording?.fallback ?? null,
    answer: abstention?.message ?? text,
    claims,
    citations,
    references,
    removed: [...(wording?.removedBefore ?? []), ...(wording?.verified.removed ?? [])],
    open: [...openParts(wording?.verified.open ?? [], question.text), ...absences.map(({ message }) => message)],
    abstention,
    notices: [...understood.notices, ...noticesOnExceptions(shown), ...noticesOn(question, citations, today(now))],
    understood,
    sources: material.sources,
    createdAt: now.toISOString(),
  }
}

function abstain({ inquiry, passages, absences, wording }: AnswerMaterial): NonNullable<Answer['abstention']> {
  const nearest = passages.slice(0, nearestCount)
  const [first] = absences
  if (first && !wording) {
    return { reason: first.reason, message: absences.map(({ message }) => message).join(' '), nearest }
  }
  const message =
    nearest.length === 0
      ? `Dazu enthält die Sammlung am ${germanDay(inquiry.question.asOf)} keine Stelle. Bitte die Frage anders stellen oder den Tag prüfen.`
      : 'Die Stellen der Sammlung beantworten diese Frage nicht. Am nächsten kommen die hier genannten.'
  return { reason: 'no_evidence', message, nearest }
}
