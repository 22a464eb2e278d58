import type { AnswerStyle } from '../law/answer.ts'

/** Most claims shown for a question in this style, by itself or as one of several asked at once. */
export function claimLimit(style: AnswerStyle, isPart: boolean): number {
  if (style === 'short') return isPart ? 2 : 3
  return isPart ? 6 : Number.POSITIVE_INFINITY
}
