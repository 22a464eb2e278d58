import type { Metric, ScoredQuestion } from '../score/metric.ts'
import { chanceOfZero, type ClusterEstimate, estimateMean, type Observation } from './cluster-bootstrap.ts'
import { detectableMean, detectableShare } from './detectable-difference.ts'
import { type Discordant, mcnemarExact } from './mcnemar.ts'

/** A question that one run answered better than the other. */
interface Flip {
  caseId: string
  first: number
  second: number
}

/** Two runs held against each other in one figure, question by question. Differences are second minus first. */
export interface MetricComparison {
  metric: Metric
  /** Questions that have the figure in both runs; only these count. */
  n: number
  first: ClusterEstimate
  second: ClusterEstimate
  difference: ClusterEstimate
  /** Right in one run alone; null for means. */
  discordant: Discordant | null
  /** McNemar's exact test for shares, the paired cluster bootstrap for means. */
  p: number
  /** `better` and `worse` of the second run, only where the interval leaves out 0 and p is below 0.05. */
  verdict: 'better' | 'worse' | 'no_worse' | 'none'
  /** Smallest true difference that so many questions would find four times in five; null where none. */
  detectable: number | null
  /** Largest first, losses before gains. */
  flips: Flip[]
}

/** Set before any result was seen: what counts as no worse (design, Statistical treatment). */
const nonInferiorityMargin = 0.02
const leastP = 0.05

/** Compares the questions both runs have; those only one has are left out. */
export function compareMetric(metric: Metric, first: ScoredQuestion[], second: ScoredQuestion[]): MetricComparison {
  const pairs = pairsOf(metric, first, second)
  const difference = estimateMean(pairs.map((pair) => ({ ...pair, value: pair.second - pair.first })))
  const discordant = metric.scale === 'share' ? discordantOf(pairs) : null
  const p = discordant ? mcnemarExact(discordant) : chanceOfZero(differencesOf(pairs))
  return {
    metric,
    n: pairs.length,
    first: estimateMean(pairs.map((pair) => ({ ...pair, value: pair.first }))),
    second: estimateMean(pairs.map((pair) => ({ ...pair, value: pair.second }))),
    difference,
    discordant,
    p,
    verdict: verdictOf(metric, difference, p),
    detectable: detectableOf(difference, discordant, pairs.length),
    flips: flipsOf(metric, pairs),
  }
}

interface Pair extends Omit<Observation, 'value'> {
  caseId: string
  first: number
  second: number
}

function pairsOf({ id }: Metric, first: ScoredQuestion[], second: ScoredQuestion[]): Pair[] {
  const others = new Map(second.map((question) => [question.caseId, question.scores[id] ?? null]))
  return first.flatMap(({ caseId, cluster, weight, scores }) => {
    const [mine, theirs] = [scores[id] ?? null, others.get(caseId) ?? null]
    return mine === null || theirs === null ? [] : [{ caseId, cluster, weight, first: mine, second: theirs }]
  })
}

function differencesOf(pairs: Pair[]): Observation[] {
  return pairs.map(({ cluster, weight, first, second }) => ({ cluster, weight, value: second - first }))
}

/** Repeats are averaged before: right is what was right in more than half of them. */
function discordantOf(pairs: Pair[]): Discordant {
  const only = (one: 'first' | 'second', other: 'first' | 'second') =>
    pairs.filter((pair) => pair[one] > 0.5 && pair[other] <= 0.5).length
  return { onlyFirst: only('first', 'second'), onlySecond: only('second', 'first') }
}

function verdictOf(metric: Metric, { low, high }: ClusterEstimate, p: number): MetricComparison['verdict'] {
  const [worst, best] = metric.better === 'higher' ? [low, high] : [-high, -low]
  if (worst > 0 && p < leastP) return 'better'
  if (best < 0 && p < leastP) return 'worse'
  return metric.unit === '' && worst > -nonInferiorityMargin ? 'no_worse' : 'none'
}

function detectableOf(difference: ClusterEstimate, discordant: Discordant | null, n: number): number | null {
  if (discordant) return detectableShare(n, (discordant.onlyFirst + discordant.onlySecond) / n)
  const halfWidth = (difference.high - difference.low) / 2
  return Number.isFinite(halfWidth) && halfWidth > 0 ? detectableMean(halfWidth) : null
}

function flipsOf({ better }: Metric, pairs: Pair[]): Flip[] {
  const sign = better === 'higher' ? 1 : -1
  return pairs
    .filter(({ first, second }) => first !== second)
    .toSorted((a, b) => sign * (a.second - a.first) - sign * (b.second - b.first))
    .map(({ caseId, first, second }) => ({ caseId, first, second }))
}
