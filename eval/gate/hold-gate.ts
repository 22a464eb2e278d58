import { holdThreshold, type Threshold, type ThresholdResult } from '../report/threshold.ts'
import { comparisonOf } from '../report/print-runs.ts'
import { namesOf } from '../report/run-names.ts'
import type { ScoredRun } from '../score/scored-run.ts'
import { describeComparison } from '../statistics/describe-comparison.ts'

/** Whether a system may go live, or stay as it is. */
export interface GateResult {
  thresholds: ThresholdResult[]
  /** Headline figures that are significantly worse than the baseline's, each as a German sentence. */
  losses: string[]
  /** Questions without an answer: a gate must not open because half of them failed. */
  failed: string[]
  passed: boolean
}

/**
 * Holds a run against thresholds and, where there is one, against the run that was let through last. A judge's figures
 * count only where people have calibrated it.
 * @throws RangeError where the baseline answered other questions
 */
export function holdGate(run: ScoredRun, thresholds: Threshold[], baseline: ScoredRun | null): GateResult {
  const held = thresholds.map((threshold) => holdThreshold(run, threshold))
  const losses = baseline ? lossesAgainst(baseline, run) : []
  const answered = new Set(run.answers.filter(({ status }) => status !== 'failed').map(({ caseId }) => caseId))
  const failed = run.cases.map(({ id }) => id).filter((id) => !answered.has(id))
  return {
    thresholds: held,
    losses,
    failed,
    passed: held.every(({ passed }) => passed) && losses.length === 0 && failed.length === 0,
  }
}

function lossesAgainst(baseline: ScoredRun, run: ScoredRun): string[] {
  const [first = '', second = ''] = namesOf([baseline, run])
  return comparisonOf(baseline, run)
    .metrics.filter(({ metric, verdict }) => metric.headline && verdict === 'worse' && metric.group !== 'judge')
    .map((compared) => describeComparison(compared, { first, second }))
}
