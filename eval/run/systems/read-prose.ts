import { isRefusal } from './is-refusal.ts'
import type { GivenAnswer, GivenSource } from './system.ts'

/** An answer that is prose, with sources beside it or in it: what other systems give. */
export function readProse(
  answer: string,
  sources: GivenSource[],
  { totalMs, retrieved = null }: { totalMs: number | null; retrieved?: GivenAnswer['retrieved'] },
): GivenAnswer {
  return {
    status: isRefusal(answer) ? 'refused' : 'answered',
    answer,
    sources,
    sentences: null,
    retrieved,
    refusalReason: null,
    firstEventMs: null,
    totalMs,
    tokens: null,
    raw: null,
  }
}
