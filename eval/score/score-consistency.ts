import type { AnswerRecord } from '../run/answer-record.ts'
import { citedNorms } from './score-cited-places.ts'
import type { Scores } from './metric.ts'
import { figure } from './scorer.ts'

/**
 * Whether asking again gives the same (D10), over the repeats of one question: mean Jaccard index of the sets of cited
 * norms over all pairs of repeats (two empty sets are alike), and whether all sets are identical. Null for one repeat.
 */
export function scoreConsistency(repeats: AnswerRecord[]): Scores {
  const sets = repeats.filter(({ status }) => status !== 'failed').map((answer) => new Set(citedNorms(answer)))
  const pairs = sets.flatMap((one, at) => sets.slice(at + 1).map((other) => jaccard(one, other)))
  if (pairs.length === 0) return {}
  return {
    consistency_jaccard: pairs.reduce((sum, each) => sum + each, 0) / pairs.length,
    consistency_identical: figure(pairs.every((each) => each === 1)),
  }
}

function jaccard(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((each) => other.has(each)).length
  const all = one.size + other.size - shared
  return all === 0 ? 1 : shared / all
}
