import type { ScoredRun } from '../score/scored-run.ts'
import { compareRuns } from '../statistics/compare-runs.ts'
import { headlineRows } from './headline-rows.ts'
import { namesOf } from './run-names.ts'
import type { ThresholdResult } from './threshold.ts'

/** Everything the report shows, for programs: figures with intervals, every question's figures, comparison, thresholds. */
export function writeJson(runs: ScoredRun[], thresholds: ThresholdResult[]): string {
  const names = namesOf(runs)
  const [first, second, ...more] = runs
  const report = {
    runs: runs.map(({ facts, questions, judge }, place) => ({ name: names[place], facts, judge, questions })),
    figures: headlineRows(runs).map(({ metric, estimates }) => ({ metric, estimates })),
    comparison:
      first && second && more.length === 0 ? compareRuns(first.metrics, first.questions, second.questions) : null,
    thresholds: thresholds.map(({ threshold, measured, passed, fault }) => ({ ...threshold, measured, passed, fault })),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
