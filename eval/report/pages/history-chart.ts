import * as Plot from '@observablehq/plot'
import { drawChart } from './draw-chart.ts'

/** A headline figure of an earlier run on the same questions. */
export interface HistoryPoint {
  metric: string
  system: string
  /** When the run began. */
  at: Date
  mean: number
  low: number
  high: number
}

/** Every figure over the runs, one panel a figure; empty where there are fewer than two runs. */
export function historyChart(points: HistoryPoint[]): string {
  if (new Set(points.map(({ at }) => at.getTime())).size < 2) return ''
  const metrics = [...new Set(points.map(({ metric }) => metric))]
  return drawChart(
    {
      width: 860,
      height: 40 + metrics.length * 110,
      marginLeft: 290,
      x: { type: 'time', label: null, tickFormat: (day: Date) => day.toLocaleDateString('de-DE') },
      y: {
        domain: [0, 1],
        grid: true,
        label: null,
        ticks: [0, 0.5, 1],
        axis: 'right',
        tickFormat: (share: number) => share.toLocaleString('de-DE'),
      },
      fy: { domain: metrics, label: null, axis: 'left' },
      color: { legend: true, scheme: 'Observable10' },
      marks: [
        Plot.link(points, { fy: 'metric', x: 'at', y1: 'low', y2: 'high', stroke: 'system', strokeOpacity: 0.4 }),
        Plot.line(points, { fy: 'metric', x: 'at', y: 'mean', z: 'system', stroke: 'system' }),
        Plot.dot(points, { fy: 'metric', x: 'at', y: 'mean', fill: 'system' }),
      ],
    },
    `Verlauf der festgelegten Kennzahlen über ${points.length} Messungen`,
  )
}
