import { isDeepStrictEqual } from 'node:util'
import type { StoredRun } from '../run/read-run.ts'
import type { Judgement, Reviewer, ReviewLine } from './judgement.ts'
import { orderFor, type ReviewItem, reviewItems } from './review-items.ts'
import { keepReview, readReviews, standing } from './reviews-folder.ts'

export type Part = 'einzeln' | 'vergleich'

/** All of a review that is under way: what can be judged, and what has been. */
export interface ReviewSession {
  runs: StoredRun[]
  /** Answers there are to judge. */
  count: number
  /** In the reviewer's own order. */
  itemsOf(reviewer: string, part: Part): ReviewItem[]
  /** The reviewer's judgements that stand, oldest first. */
  judgedBy(reviewer: string): Judgement[]
  /** Whether this reviewer ever judged the item, even if it was taken back: what is expected may have been seen. */
  wasJudged(reviewer: string, item: ReviewItem): boolean
  roleOf(reviewer: string): Reviewer['role'] | null
  /** Written at once; what says the same as the line that stands (a key pressed twice) is not written again. */
  keep(item: ReviewItem, line: ReviewLine): void
}

/** Reads what earlier sittings left; every later line is written at once. */
export function openSession(runs: StoredRun[]): ReviewSession {
  const { singles, pairs } = reviewItems(runs)
  const lines = readReviews(runs)
  const by = (reviewer: string) => lines.filter((line) => line.reviewer === reviewer)
  return {
    runs,
    count: singles.length,
    itemsOf: (reviewer, part) => orderFor<ReviewItem>(reviewer, part === 'einzeln' ? singles : pairs),
    judgedBy: (reviewer) => standing(by(reviewer)),
    wasJudged: (reviewer, { key }) => by(reviewer).some(({ item, kind }) => item === key && kind !== 'points'),
    roleOf: (reviewer) => by(reviewer)[0]?.role ?? null,
    keep(item, line) {
      if (standing(by(line.reviewer)).some((each) => saysTheSame(each, line))) return
      keepReview(runOf(item), line)
      lines.push(line)
    },
  }
}

function saysTheSame(one: ReviewLine, other: ReviewLine): boolean {
  return isDeepStrictEqual({ ...one, at: '', revised: false }, { ...other, at: '', revised: false })
}

/** A pair's judgements lie in the folder of the run that comes first by name. */
function runOf(item: ReviewItem): StoredRun {
  return item.kind === 'single' ? item.run : item.runs[0]
}

/** The line of this kind that stands for an item, if any. */
export function judgementOf<K extends Judgement['kind']>(
  judged: Judgement[],
  kind: K,
  { key }: ReviewItem,
): Extract<Judgement, { kind: K }> | undefined {
  return judged.find((line): line is Extract<Judgement, { kind: K }> => line.kind === kind && line.item === key)
}

export function isJudged(judged: Judgement[], item: ReviewItem): boolean {
  return judgementOf(judged, item.kind === 'single' ? 'grade' : 'preference', item) !== undefined
}
