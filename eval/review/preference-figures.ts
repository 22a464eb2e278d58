import type { StoredRun } from '../run/read-run.ts'
import { clusterOf } from '../score/slices-of.ts'
import { type Comparison, type RankedSystem, rankSystems, type Unranked } from '../statistics/bradley-terry.ts'
import { type ClusterEstimate, estimateMean } from '../statistics/cluster-bootstrap.ts'
import { boundWithoutEvent } from '../statistics/exact-bound.ts'
import { mcnemarExact } from '../statistics/mcnemar.ts'
import type { Preference, PreferenceLine } from './judgement.ts'

/** Two runs held against each other by people. */
export interface PairFigures {
  runs: [StoredRun, StoredRun]
  counts: Record<Preference, number>
  /** How often the first was better, ties half, averaged over questions. */
  first: ClusterEstimate
  /** Only where the interval leaves out one half and the exact sign test over questions has p below 0.05. */
  better: 'first' | 'second' | null
}

const leastP = 0.05

const wonBy: Record<Preference, number> = { first: 1, second: 0, equal: 0.5, unusable: 0.5 }

/** Of each two runs that anybody compared. */
export function pairFiguresOf(runs: StoredRun[], lines: PreferenceLine[]): PairFigures[] {
  return runs.flatMap((first) =>
    runs.flatMap((second) => {
      const own = lines.filter((line) => line.runs[0] === first.name && line.runs[1] === second.name)
      return own.length === 0 ? [] : [pairFigures([first, second], own)]
    }),
  )
}

function pairFigures(runs: [StoredRun, StoredRun], lines: PreferenceLine[]): PairFigures {
  const count = (wanted: Preference) => lines.filter(({ preference }) => preference === wanted).length
  const items = [...new Set(lines.map(({ item }) => item))].map((item) => lines.filter((line) => line.item === item))
  const observations = items.map((own) => ({
    value: own.reduce((sum, { preference }) => sum + wonBy[preference], 0) / own.length,
    cluster: clusterIn(runs[0], own[0]?.caseId ?? ''),
    weight: 1,
  }))
  const first = bounded(estimateMean(observations))
  const p = mcnemarExact({
    onlyFirst: observations.filter(({ value }) => value > 0.5).length,
    onlySecond: observations.filter(({ value }) => value < 0.5).length,
  })
  return {
    runs,
    counts: {
      first: count('first'),
      second: count('second'),
      equal: count('equal'),
      unusable: count('unusable'),
    },
    first,
    better: p >= leastP ? null : first.low > 0.5 ? 'first' : first.high < 0.5 ? 'second' : null,
  }
}

/** Where all said the same, resampling says nothing of the next question. */
function bounded(estimate: ClusterEstimate): ClusterEstimate {
  const bound = boundWithoutEvent(estimate.clusters)
  if (estimate.mean === 1) return { ...estimate, low: 1 - bound, high: 1 }
  return estimate.mean === 0 ? { ...estimate, low: 0, high: bound } : estimate
}

/** Three systems or more in one order; null for two, where the share says all. */
export function rankingOf(runs: StoredRun[], lines: PreferenceLine[]): RankedSystem[] | Unranked | null {
  const names = runs.map(({ name }) => name)
  const comparisons = lines.flatMap(({ runs: [one, other], preference, caseId }): Comparison[] => {
    const [first, second] = [names.indexOf(one), names.indexOf(other)]
    const [run] = runs
    if (first < 0 || second < 0 || !run) return []
    return [{ first, second, won: wonBy[preference], cluster: clusterIn(run, caseId) }]
  })
  return runs.length < 3 || comparisons.length === 0 ? null : rankSystems(runs.length, comparisons)
}

function clusterIn({ cases }: StoredRun, caseId: string): string {
  const reference = cases.find(({ id }) => id === caseId)
  return reference ? clusterOf(reference, cases) : caseId
}
