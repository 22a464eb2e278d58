import * as Plot from '@observablehq/plot'
import { figure } from '../german-figures.ts'
import type { HeadlineRow } from '../headline-rows.ts'
import { drawChart } from './draw-chart.ts'

interface Point {
  metric: string
  system: string
  mean: number
  low: number
  high: number
}

const rowHeight = 18

/** Figures between 0 and 1 of every run as points with their intervals, one band a figure; empty where there are none. */
export function intervalChart(rows: HeadlineRow[], names: string[]): string {
  const points = rows
    .filter(({ metric }) => metric.unit === '')
    .flatMap(({ metric, estimates }) =>
      estimates.flatMap((estimate, place): Point[] =>
        estimate && !Number.isNaN(estimate.mean)
          ? [{ metric: metric.title, system: names[place] ?? '', ...spanOf(estimate) }]
          : [],
      ),
    )
  if (points.length === 0) return ''
  const bands = new Set(points.map(({ metric }) => metric)).size
  return drawChart(
    {
      width: 860,
      height: 60 + bands * (names.length * rowHeight + 8),
      marginLeft: 290,
      marginTop: 30,
      x: {
        domain: [0, 1],
        grid: true,
        label: null,
        axis: 'both',
        tickFormat: (share: number) => share.toLocaleString('de-DE'),
      },
      y: { domain: names, axis: null },
      fy: { domain: [...new Set(points.map(({ metric }) => metric))], label: null, axis: 'left' },
      color: { domain: names, legend: names.length > 1, scheme: 'Observable10' },
      marks: [
        Plot.link(points, {
          fy: 'metric',
          y: 'system',
          x1: 'low',
          x2: 'high',
          stroke: 'system',
          strokeWidth: 3,
          strokeOpacity: 0.45,
        }),
        Plot.dot(points, { fy: 'metric', y: 'system', x: 'mean', fill: 'system', r: 4.5, title: titleOf }),
      ],
    },
    `Kennzahlen mit 95-%-Intervallen: ${points.map(titleOf).join('; ')}`,
  )
}

function spanOf({ mean, low, high }: { mean: number; low: number; high: number }): Omit<Point, 'metric' | 'system'> {
  return { mean, low: Number.isNaN(low) ? mean : low, high: Number.isNaN(high) ? mean : high }
}

function titleOf({ metric, system, mean, low, high }: Point): string {
  const [at, from, to] = [mean, low, high].map((value) => figure('', value))
  return `${metric}, ${system}: ${at} (${from} bis ${to})`
}
