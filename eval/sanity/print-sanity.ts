import type { Metric } from '../score/metric.ts'
import type { ScoredRun } from '../score/scored-run.ts'

/** A Markdown table: figures by system, each the mean over the questions that have it. */
export function printSanity(runs: ScoredRun[]): string {
  const known = (runs[0]?.metrics ?? []).concat(runs.flatMap(({ metrics }) => metrics))
  const metrics = [...new Map(known.map((metric) => [metric.id, metric])).values()].filter(isShown)
  const rows = metrics.map((metric) => [
    `${metric.title} ${metric.better === 'higher' ? '↑' : '↓'}`,
    ...runs.map((run) => inGerman(meanOf(run, metric.id), metric)),
  ])
  const head = ['', ...runs.map(({ name }) => name)]
  return [head, ['---', ...runs.map(() => '---:')], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The weighted mean over the questions that have a figure; null where none has. */
export function meanOf({ questions }: ScoredRun, id: string): number | null {
  let [sum, weights] = [0, 0]
  for (const { scores, weight } of questions) {
    const value = scores[id] ?? null
    if (value === null) continue
    sum += weight * value
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}

function isShown({ group, id }: Metric): boolean {
  return group !== 'cost' && group !== 'judge' && id !== 'failed'
}

function inGerman(value: number | null, { unit }: Metric): string {
  if (value === null) return '–'
  return value.toFixed(unit === '' ? 2 : 0).replace('.', ',')
}
