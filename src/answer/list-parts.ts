import type { Answer, AnswerPart } from '../law/answer.ts'
import { abstain, reasonFor } from './abstain.ts'
import type { AnsweredQuestion } from './answer-one.ts'
import { mergePassages } from './merge-passages.ts'
import { openParts } from './open-parts.ts'

/** What became of each question: the places of its claims, or why it has none. Empty for a single question. */
export function listParts(answered: AnsweredQuestion[], claimsOf: number[][]): AnswerPart[] {
  if (answered.length < 2) return []
  return answered.map((each, at) => {
    const claims = claimsOf[at] ?? []
    return { question: wordsOf(each), claims, abstention: claims.length > 0 ? null : reasonFor(each) }
  })
}

/** Why no question has an answer; of several the first says the reason, and each its own message. */
export function abstainFromAll(answered: AnsweredQuestion[]): NonNullable<Answer['abstention']> {
  const all = answered.map(abstain)
  const nearest = mergePassages(all.map((each) => each.nearest))
  const message = [...new Set(all.map((each) => each.message))].join(' ')
  return { reason: all[0]?.reason ?? 'no_evidence', message, nearest: nearest.slice(0, all[0]?.nearest.length) }
}

/** What stays open, each once: a question among others without claims as a whole, and what a model leaves open. */
export function openOf(answered: AnsweredQuestion[], claimsOf: number[][]): string[] {
  const anyClaims = claimsOf.some((claims) => claims.length > 0)
  const open = answered.flatMap((each, at) => {
    const { inquiry, wording } = each
    const isLeft = inquiry.part !== null && anyClaims && claimsOf[at]?.length === 0
    return isLeft ? [wordsOf(each)] : openParts(wording?.verified.open ?? [], inquiry.part?.of ?? inquiry.question.text)
  })
  return [...new Set([...open, ...answered.flatMap(({ absences }) => absences.map(({ message }) => message))])]
}

/** A part of a sentence as a heading has it: without the comma it was cut at. */
function wordsOf({ inquiry: { part, question } }: AnsweredQuestion): string {
  return (part?.own ?? { question }).question.text.trim().replace(/[,;:]$/, '')
}
