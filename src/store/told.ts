import type { Answer } from '../law/answer.ts'

/** Pieces of the question that stand inside an answer, in the order of their places. */
export interface Told {
  /** Words of each part. */
  parts: string[]
  /** Facts of the checklist. */
  facts: (string | null)[]
}

type HasTold = Pick<Answer, 'parts' | 'checklist'>

/** A record without the question's words, and these by themselves. */
export function takeTold<R extends HasTold>(answer: R): { told: Told; record: R } {
  const { parts, checklist } = answer
  const told = { parts: parts.map(({ question }) => question), facts: checklist.map(({ fact }) => fact) }
  return { told, record: giveTold(answer, null) }
}

/** The record with its words again; `told` null: they are forgotten. A record may be older than both lists. */
export function giveTold<R extends HasTold>(record: R, told: Told | null): R {
  const { parts = [], checklist = [] } = record as Partial<HasTold>
  return {
    ...record,
    parts: parts.map((part, at) => Object.assign({}, part, { question: told?.parts[at] ?? '' })),
    checklist: checklist.map((item, at) => Object.assign({}, item, { fact: told?.facts[at] ?? null })),
  }
}
