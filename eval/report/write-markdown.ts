import type { ScoredRun } from '../score/scored-run.ts'
import { compareRuns } from '../statistics/compare-runs.ts'
import { describeComparison } from '../statistics/describe-comparison.ts'
import { headlineRows } from './headline-rows.ts'
import { namesOf } from './run-names.ts'
import type { ThresholdResult } from './threshold.ts'

/** The figures as Markdown for a council paper: what was asked, a table, what may be said of the difference. German. */
export function writeMarkdown(runs: ScoredRun[], thresholds: ThresholdResult[]): string {
  const names = namesOf(runs)
  const rows = headlineRows(runs).filter(({ metric }) => metric.headline)
  const [first, second, ...more] = runs
  const sentences =
    first && second && more.length === 0
      ? compareRuns(first.metrics, first.questions, second.questions)
          .metrics.filter(({ metric }) => metric.headline)
          .map((each) => describeComparison(each, { first: names[0] ?? '', second: names[1] ?? '' }))
      : []
  return [
    '# Prüfung der Antworten',
    '',
    ...runs.map(
      ({ facts }, place) =>
        `- ${cell(names[place] ?? '')}: ${facts.cases} Fragen (${cell(facts.set)}), ${facts.model ?? 'ohne Sprachmodell'}, ${facts.startedAt.slice(0, 10)}`,
    ),
    '',
    `| Kennzahl | ${names.map(cell).join(' | ')} |`,
    `| --- |${' --- |'.repeat(names.length)}`,
    ...rows.map(({ metric, cells }) => `| ${cell(metric.title)} | ${cells.map(cell).join(' | ')} |`),
    '',
    'In Klammern das 95-%-Intervall: So weit kann der wahre Wert bei dieser Zahl von Fragen abweichen.',
    ...(sentences.length > 0 ? ['', '## Unterschied', '', ...sentences.map((sentence) => `- ${sentence}`)] : []),
    ...(thresholds.length > 0 ? ['', '## Schwellen', '', ...thresholds.map(thresholdLine)] : []),
    '',
  ].join('\n')
}

function thresholdLine({ threshold: { metric, sign, value }, passed, fault }: ThresholdResult): string {
  return passed ? `- erfüllt: ${metric} ${sign} ${value}` : `- **nicht erfüllt**: ${fault ?? metric}`
}

/** A cell may not end itself. */
function cell(text: string): string {
  return text.replace(/[|\\]/g, '\\$&').replace(/\s+/g, ' ')
}
