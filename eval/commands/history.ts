import { parseArgs } from 'node:util'
import type { HistoryPoint } from '../report/pages/history-chart.ts'
import { figureWithInterval } from '../report/german-figures.ts'
import { listRuns, readRun } from '../run/read-run.ts'
import { scoreStored } from '../run/score-stored.ts'
import { estimateMetric } from '../statistics/estimate-metric.ts'
import type { Command } from './command.ts'

export const history: Command = {
  usage: `history [--set <Fragen.jsonl>]
  zeigt die festgelegten Kennzahlen aller Läufe unter eval/runs, der älteste zuerst; mit --set nur die eines Fragensatzes.`,
  async run(words) {
    const { values } = parseArgs({ args: words, options: { set: { type: 'string' } } })
    const runs = listRuns()
      .map(readRun)
      .filter(({ facts }) => values.set === undefined || values.set.endsWith(facts.set))
      .toSorted((a, b) => (a.facts.startedAt < b.facts.startedAt ? -1 : 1))
      .map(scoreStored)
    if (runs.length === 0) console.log('Noch kein Lauf. Anfangen: npm run eval -- run <Fragen.jsonl>')
    for (const { name, facts, metrics, questions } of runs) {
      console.log(
        `\n${facts.startedAt.slice(0, 16).replace('T', ' ')}  ${name}  (${facts.system}, ${facts.revision ?? '–'})`,
      )
      for (const metric of metrics.filter(({ headline }) => headline))
        console.log(
          `  ${metric.title.padEnd(46)} ${figureWithInterval(metric.unit, estimateMetric(metric, questions))}`,
        )
    }
    return 0
  },
}

/** The headline figures between 0 and 1 of every stored run on the same questions, for the chart. */
export function historyOf(setSha256: string): HistoryPoint[] {
  return listRuns()
    .map(readRun)
    .filter(({ facts }) => facts.setSha256 === setSha256)
    .map(scoreStored)
    .flatMap(({ facts, metrics, questions }) =>
      metrics
        .filter(({ headline, unit }) => headline && unit === '')
        .map((metric) => {
          const { mean, low, high } = estimateMetric(metric, questions)
          return { metric: metric.title, system: facts.system, at: new Date(facts.startedAt), mean, low, high }
        }),
    )
}
