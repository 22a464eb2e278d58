import type { Metric, ScoredQuestion } from '../score/metric.ts'
import { type ClusterEstimate, estimateMean } from './cluster-bootstrap.ts'
import { boundWithoutEvent } from './exact-bound.ts'

/**
 * A figure over the questions that have it. A share of all or none says nothing of the next question by resampling: there
 * the exact one-sided bound takes the interval's place, counted in clusters.
 */
export function estimateMetric({ id, scale }: Metric, questions: ScoredQuestion[]): ClusterEstimate {
  const estimate = estimateMean(
    questions.flatMap(({ scores, cluster, weight }) => {
      const value = scores[id] ?? null
      return value === null ? [] : [{ value, cluster, weight }]
    }),
  )
  if (scale !== 'share' || estimate.n === 0) return estimate
  const bound = boundWithoutEvent(estimate.clusters)
  if (estimate.mean === 1) return { ...estimate, low: 1 - bound, high: 1 }
  if (estimate.mean === 0) return { ...estimate, low: 0, high: bound }
  return estimate
}
