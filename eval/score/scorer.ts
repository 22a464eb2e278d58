import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import type { Scores } from './metric.ts'

/**
 * Figures of one answer to one question. Pure. A question that can be answered and was not (refused, failed) has 0 in
 * every figure of what the reader got, so that refusing hard questions raises nothing; figures of what is right of the
 * things said are null where nothing is said.
 */
export type Scorer = (reference: ReferenceCase, answer: AnswerRecord) => Scores

/** Share of the things that are so; null where there are none. */
export function shareOf<T>(things: T[], isSo: (thing: T) => boolean): number | null {
  return things.length === 0 ? null : things.filter(isSo).length / things.length
}

/** 1 for true, 0 for false. */
export function figure(isSo: boolean): number {
  return isSo ? 1 : 0
}
