import type { Metric } from '../score/metric.ts'
import type { ScoredRun } from '../score/scored-run.ts'
import { type ClusterEstimate } from '../statistics/cluster-bootstrap.ts'
import { estimateMetric } from '../statistics/estimate-metric.ts'

/** What a run must reach: `citation_precision>=0.95`. */
export interface Threshold {
  metric: string
  sign: '>=' | '<='
  value: number
}

/** A threshold held against a run; `measured` null where the run has no such figure. */
export interface ThresholdResult {
  threshold: Threshold
  metric: Metric | null
  measured: ClusterEstimate | null
  passed: boolean
  /** Why not, in German; null where it is passed. */
  fault: string | null
}

/** @throws RangeError in German where the words are no threshold */
export function readThreshold(words: string): Threshold {
  const match = /^\s*([a-z][a-z0-9_]*)\s*(>=|<=)\s*(\d+(?:[.,]\d+)?)\s*$/.exec(words)
  const [, metric, sign, value] = match ?? []
  if (metric === undefined || value === undefined || (sign !== '>=' && sign !== '<='))
    throw new RangeError(`„${words}“ ist keine Schwelle. Beispiel: citation_precision>=0.95`)
  return { metric, sign, value: Number(value.replace(',', '.')) }
}

/** A figure that a run does not have is not passed: a gate must not open because nothing was measured. */
export function holdThreshold(run: ScoredRun, threshold: Threshold): ThresholdResult {
  const metric = run.metrics.find(({ id }) => id === threshold.metric) ?? null
  if (!metric) return failed(threshold, null, null, `Diese Kennzahl hat der Lauf nicht: ${threshold.metric}`)
  if (metric.group === 'judge' && run.judge !== 'calibrated')
    return failed(threshold, metric, null, `${metric.title}: nicht kalibriert, deshalb keine Schwelle`)
  const measured = estimateMetric(metric, run.questions)
  const { sign, value } = threshold
  const passed = sign === '>=' ? measured.mean >= value : measured.mean <= value
  if (passed) return { threshold, metric, measured, passed, fault: null }
  return failed(
    threshold,
    metric,
    measured,
    `${metric.title}: ${german(measured.mean)} statt ${sign === '>=' ? 'mindestens' : 'höchstens'} ${german(value)}`,
  )
}

function german(number: number): string {
  return number.toLocaleString('de-DE', { maximumFractionDigits: 3 })
}

function failed(
  threshold: Threshold,
  metric: Metric | null,
  measured: ClusterEstimate | null,
  fault: string,
): ThresholdResult {
  return { threshold, metric, measured, passed: false, fault }
}
