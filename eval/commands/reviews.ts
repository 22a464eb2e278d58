import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Judgement } from '../review/judgement.ts'
import { printReviews } from '../review/print-reviews.ts'
import { reviewItems } from '../review/review-items.ts'
import { readReviews, standing } from '../review/reviews-folder.ts'
import { type ExportFormat, writeJudgements, writeLabels } from '../review/write-reviews.ts'
import { readRun, type StoredRun } from '../run/read-run.ts'
import { type Command, UsageError } from './command.ts'

export const reviews: Command = {
  usage: `reviews <Lauf> [<Lauf> …] [--export <Datei.csv|.jsonl>]
  wertet aus, was auf der Seite von review geurteilt wurde: Anteile mit Intervallen, Übereinstimmung (Krippendorffs α), bei
  drei Systemen und mehr eine Rangfolge (Bradley–Terry). --export schreibt alle Urteile und daneben je Lauf
  <Datei>-aussagen-<Lauf>, woran agreement ein Urteilsmodell kalibriert.`,
  async run(words) {
    const { names, file } = readReviewsOptions(words)
    const runs = names.map(readRun).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const { judgements, outdated } = standingFor(runs)
    console.log(printReviews(runs, judgements))
    if (outdated > 0)
      console.log(
        `${outdated} Urteile gelten Antworten, die es so nicht mehr gibt oder deren Vergleichslauf nicht genannt ist.`,
      )
    if (file) for (const path of exportTo(file, runs, judgements)) console.log(`Geschrieben: ${path}`)
    return 0
  },
}

/** Judgements of answers that are still there, of the runs named. */
function standingFor(runs: StoredRun[]): { judgements: Judgement[]; outdated: number } {
  const { singles, pairs } = reviewItems(runs)
  const keys = new Set([...singles, ...pairs].map(({ key }) => key))
  const all = standing(readReviews(runs))
  const judgements = all.filter(({ item }) => keys.has(item))
  return { judgements, outdated: all.length - judgements.length }
}

interface ExportFile {
  stem: string
  format: ExportFormat
}

function exportTo({ stem, format }: ExportFile, runs: StoredRun[], judgements: Judgement[]): string[] {
  const labels = judgements.filter((line) => line.kind === 'points')
  const files: [string, string][] = [
    [`${stem}.${format}`, writeJudgements(judgements, format)],
    ...runs.flatMap(({ name }): [string, string][] => {
      const own = labels.filter(({ run }) => run === name)
      return own.length === 0 ? [] : [[`${stem}-aussagen-${name}.${format}`, writeLabels(own, format)]]
    }),
  ]
  for (const [path, text] of files) writeFileSync(path, text)
  return files.map(([path]) => path)
}

/** @throws UsageError where it is called wrongly */
export function readReviewsOptions(words: string[]): { names: string[]; file: ExportFile | null } {
  const { positionals: names, values } = parseArgs({
    args: words,
    options: { export: { type: 'string' } },
    allowPositionals: true,
  })
  if (names.length === 0) throw new UsageError('reviews nimmt mindestens einen Lauf.')
  if (values.export === undefined) return { names, file: null }
  const [, stem, format] = /^(.+)\.(csv|jsonl)$/.exec(values.export) ?? []
  if (stem === undefined || (format !== 'csv' && format !== 'jsonl'))
    throw new UsageError('--export nimmt eine Datei, die auf .csv oder .jsonl endet.')
  return { names, file: { stem, format } }
}
