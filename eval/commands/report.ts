import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { reportPage } from '../report/pages/report-page.ts'
import { printRuns } from '../report/print-runs.ts'
import { holdThreshold, readThreshold, type Threshold, type ThresholdResult } from '../report/threshold.ts'
import { writeCsv } from '../report/write-csv.ts'
import { writeJson } from '../report/write-json.ts'
import { writeJUnit } from '../report/write-junit.ts'
import { writeMarkdown } from '../report/write-markdown.ts'
import { readRun } from '../run/read-run.ts'
import { scoreStored } from '../run/score-stored.ts'
import type { ScoredRun } from '../score/scored-run.ts'
import { type Command, UsageError } from './command.ts'
import { historyOf } from './history.ts'

export const report: Command = {
  usage: `report <Lauf> [<Lauf> …] [--out <Ordner>] [--min "Kennzahl>=0.95" …]
  wertet Läufe aus, ohne jemanden zu fragen: Tabelle, und bei zweien, was sich über ihren Unterschied sagen lässt.
  Schreibt report.html (eine Datei, ohne Netz zu lesen), report.md, report.json, answers.csv und junit.xml in den Ordner
  (sonst eval/runs/<Lauf>). Endet mit 1, wo eine Schwelle verfehlt ist.`,
  async run(words) {
    const { names, out, thresholds } = readReportOptions(words)
    const runs = names.map(readRun).map(scoreStored)
    const [first] = runs
    if (!first) throw new UsageError('report braucht mindestens einen Lauf.')
    const results = runs.flatMap((run) => thresholds.map((threshold) => holdThreshold(run, threshold)))
    const folder = out ?? runs.at(-1)?.folder ?? first.folder
    await writeReport(folder, runs, results)
    console.log(`${printRuns(runs)}\n\n${join(folder, 'report.html')}`)
    for (const { fault } of results) if (fault !== null) console.error(`Schwelle verfehlt: ${fault}`)
    return results.every(({ passed }) => passed) ? 0 : 1
  },
}

/** Every form of the report, in a folder that is made where it is missing. */
export async function writeReport(folder: string, runs: ScoredRun[], results: ThresholdResult[]): Promise<void> {
  const title = runs.map(({ name }) => name).join(' / ')
  const set = runs[0]?.facts.setSha256 ?? ''
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.html'), await reportPage(runs, historyOf(set)))
  writeFileSync(join(folder, 'report.md'), writeMarkdown(runs, results))
  writeFileSync(join(folder, 'report.json'), writeJson(runs, results))
  writeFileSync(join(folder, 'answers.csv'), writeCsv(runs))
  writeFileSync(join(folder, 'junit.xml'), await writeJUnit(title, results))
}

interface ReportOptions {
  names: string[]
  out: string | null
  thresholds: Threshold[]
}

function readReportOptions(words: string[]): ReportOptions {
  const { positionals, values } = parseArgs({
    args: words,
    options: { out: { type: 'string' }, min: { type: 'string', multiple: true } },
    allowPositionals: true,
  })
  return { names: positionals, out: values.out ?? null, thresholds: (values.min ?? []).map(readThreshold) }
}
