import type { ScoredRun } from '../score/scored-run.ts'
import { compareRuns, type RunComparison } from '../statistics/compare-runs.ts'
import { describeComparison } from '../statistics/describe-comparison.ts'
import { headlineRows } from './headline-rows.ts'
import { namesOf } from './run-names.ts'

/** The figures of one or more runs as a table for the terminal; of two runs also what may be said of their difference. */
export function printRuns(runs: ScoredRun[]): string {
  const names = namesOf(runs)
  const rows = headlineRows(runs).map(({ metric, cells }) => [
    `${metric.headline ? '*' : ' '} ${metric.title}`,
    ...cells,
  ])
  const table = printTable([['  Kennzahl', ...names], ...rows])
  const [first, second, ...more] = runs
  const compared = first && second && more.length === 0 ? `\n\n${printComparison(first, second)}` : ''
  return `${table}\n\n* vor dem ersten Ergebnis festgelegt${compared}`
}

/** The sentences of a comparison, then the questions that turned, losses first. */
function printComparison(first: ScoredRun, second: ScoredRun): string {
  const compared = comparisonOf(first, second)
  const [one = '', other = ''] = namesOf([first, second])
  const names = { first: one, second: other }
  const sentences = compared.metrics.map((each) => describeComparison(each, names))
  const slices = compared.slices
    .filter(({ stands }) => stands)
    .map((each) => `${each.slice} – ${describeComparison(each, names)}`)
  const turned = compared.metrics
    .filter(({ metric, flips }) => metric.headline && metric.scale === 'share' && flips.length > 0)
    .map(({ metric, flips }) => `${metric.title}: ${flips.map(flipWords).join(', ')}`)
  return [
    ...sentences,
    '',
    slices.length > 0
      ? 'In Teilmengen (korrigiert für ihre Zahl, Benjamini–Hochberg, 10 %):'
      : 'In keiner Teilmenge ein Unterschied, der nach der Korrektur für ihre Zahl besteht.',
    ...slices,
    ...(turned.length > 0 ? ['', 'Umgeschlagene Fragen (Verluste zuerst):', ...turned] : []),
  ].join('\n')
}

/** @throws RangeError where the runs did not answer the same questions */
export function comparisonOf(first: ScoredRun, second: ScoredRun): RunComparison {
  if (first.facts.setSha256 !== second.facts.setSha256)
    throw new RangeError(
      `${first.name} und ${second.name} haben nicht dieselben Fragen (${first.facts.set}, ${second.facts.set}): nicht vergleichbar.`,
    )
  return compareRuns(first.metrics, first.questions, second.questions)
}

function flipWords({ caseId, first, second }: { caseId: string; first: number; second: number }): string {
  return `${caseId} ${second > first ? 'gewonnen' : 'verloren'}`
}

function printTable(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
