import type { Metric } from '../score/metric.ts'
import type { ClusterEstimate } from '../statistics/cluster-bootstrap.ts'

type Unit = Metric['unit']

/** `0,84 (0,75–0,91)`; without an interval where there is none, `–` where nothing was measured. */
export function figureWithInterval(unit: Unit, { mean, low, high }: Omit<ClusterEstimate, 'n' | 'clusters'>): string {
  if (Number.isNaN(mean)) return '–'
  if (Number.isNaN(low)) return figure(unit, mean)
  return `${figure(unit, mean)} (${bare(unit, low)}–${bare(unit, high)})`
}

/** A number as Germans write it: shares with two digits, everything counted in units with none. */
export function figure(unit: Unit, value: number): string {
  return unit === '' ? bare(unit, value) : `${bare(unit, value)} ${unit}`
}

function bare(unit: Unit, value: number): string {
  const digits = unit === '' ? 2 : 0
  return value.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
