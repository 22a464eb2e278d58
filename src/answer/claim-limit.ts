import type { AnswerStyle } from '../law/answer.ts'

/** Most claims an answer of this style shows. */
export function claimLimit(style: AnswerStyle): number {
  return style === 'short' ? 3 : Number.POSITIVE_INFINITY
}
