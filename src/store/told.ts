import type { Answer } from '../law/answer.ts'

/** Pieces of the question that stand inside an answer, in the order of their places. */
export interface Told {
  /** Words of each part. */
  parts: string[]
}

type HasTold = Pick<Answer, 'parts'>

/** A record without the question's words, and these by themselves. */
export function takeTold<R extends HasTold>(answer: R): { told: Told; record: R } {
  const parts = answer.parts.map((part) => Object.assign({}, part, { question: '' }))
  return { told: { parts: answer.parts.map(({ question }) => question) }, record: { ...answer, parts } }
}

/** The record with its words again; `told` null: they are forgotten, or the record is older than its parts. */
export function giveTold<R extends HasTold>(record: R, told: Told | null): R {
  const parts = (record.parts ?? []).map((part, at) => Object.assign({}, part, { question: told?.parts[at] ?? '' }))
  return { ...record, parts }
}
