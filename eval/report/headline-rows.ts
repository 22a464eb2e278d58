import type { Metric } from '../score/metric.ts'
import type { ScoredRun } from '../score/scored-run.ts'
import type { ClusterEstimate } from '../statistics/cluster-bootstrap.ts'
import { estimateMetric } from '../statistics/estimate-metric.ts'
import { figureWithInterval } from './german-figures.ts'

/** A figure of every run, in the order of the runs; null where a run does not have it. */
export interface HeadlineRow {
  metric: Metric
  estimates: (ClusterEstimate | null)[]
  /** As shown, with `nicht kalibriert` behind a judge's figures that nobody has held against people. */
  cells: string[]
}

/** Every figure that at least one run has: headlines first, each group together. */
export function headlineRows(runs: ScoredRun[]): HeadlineRow[] {
  const metrics = new Map(runs.flatMap((run) => run.metrics.map((metric) => [metric.id, metric] as const)))
  return [...metrics.values()]
    .toSorted((a, b) => Number(b.headline) - Number(a.headline))
    .map((metric) => {
      const estimates = runs.map((run) =>
        run.metrics.some(({ id }) => id === metric.id) ? estimateMetric(metric, run.questions) : null,
      )
      return { metric, estimates, cells: estimates.map((estimate, place) => cellOf(metric, estimate, runs[place])) }
    })
}

function cellOf(metric: Metric, estimate: ClusterEstimate | null, run: ScoredRun | undefined): string {
  if (!estimate) return '–'
  const mark = metric.group === 'judge' && run?.judge !== 'calibrated' ? ' nicht kalibriert' : ''
  return `${figureWithInterval(metric.unit, estimate)}, n = ${estimate.n}${mark}`
}
