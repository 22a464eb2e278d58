import type { ClusterEstimate } from './cluster-bootstrap.ts'
import type { MetricComparison } from './compare-metric.ts'

/** Names of the two runs as reports show them. */
export interface RunNames {
  first: string
  second: string
}

/** What a comparison of two runs allows to be said, in one plain German sentence, or two. */
export function describeComparison(compared: MetricComparison, { first, second }: RunNames): string {
  const { metric, verdict, n, clustersKnown } = { ...compared, clustersKnown: compared.difference.clusters > 1 }
  if (n === 0) return `${metric.title}: keine Frage, bei der beide Läufe einen Wert haben.`
  if (!clustersKnown) return `${metric.title}: zu wenige Fragen für einen Vergleich (n = ${n}).`
  const measured = `${signed(compared, compared.difference.mean)} (95 %: ${rangeOf(compared)}; ${countsOf(compared)})`
  if (verdict === 'better' || verdict === 'worse') {
    return `${metric.title}: ${second} ist ${verdict === 'better' ? 'besser' : 'schlechter'} als ${first}: ${measured}.`
  }
  const difference = `${metric.title}: kein belegbarer Unterschied zwischen ${first} und ${second}: ${measured}.`
  return verdict === 'no_worse'
    ? `${difference} Schlechter um mehr als 2 Punkte ist ${second} nicht.`
    : `${difference} ${detectableOf(compared)}`
}

function detectableOf({ detectable, metric }: MetricComparison): string {
  if (detectable === null) return 'So wenige Abweichungen lassen keinen Unterschied erkennen.'
  return `Verlässlich erkennbar wäre hier erst ein Unterschied von etwa ${amount(metric.unit, detectable)}.`
}

function rangeOf(compared: MetricComparison): string {
  const { low, high } = compared.difference satisfies ClusterEstimate
  return `${withSign(compared, low)} bis ${withSign(compared, high)}`
}

function countsOf({ n, discordant, p }: MetricComparison): string {
  const turned = discordant ? `, ${discordant.onlySecond} Fragen gewonnen, ${discordant.onlyFirst} verloren` : ''
  return `n = ${n}${turned}, p ${p < 0.001 ? '< 0,001' : `= ${german(p, 3)}`}`
}

function signed(compared: MetricComparison, value: number): string {
  const { unit } = compared.metric
  return `${withSign(compared, value)} ${unit === '' ? 'Punkte' : unit}`
}

function withSign({ metric: { unit } }: MetricComparison, value: number): string {
  const size = unit === '' ? german(Math.abs(value) * 100, 1) : german(Math.abs(value), 0)
  return `${value < 0 ? '−' : '+'}${size}`
}

/** Shares in points of a hundred. */
function amount(unit: MetricComparison['metric']['unit'], value: number): string {
  return unit === '' ? `${german(value * 100, 1)} Punkte` : `${german(value, 0)} ${unit}`
}

function german(value: number, digits: number): string {
  return value.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
