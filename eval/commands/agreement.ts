import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { calibrate } from '../judge/calibrate.ts'
import { lackingIn } from '../judge/calibration.ts'
import { printCalibration } from '../judge/print-judgement.ts'
import { keepCalibration, readJudged } from '../judge/read-judged.ts'
import { readLabels } from '../judge/read-labels.ts'
import { readRun } from '../run/read-run.ts'
import { latestJudge } from '../score/scored-run.ts'
import { type Command, UsageError } from './command.ts'

export const agreement: Command = {
  usage: `agreement <Urteile.csv|.jsonl> --run <Lauf>
  vergleicht die Urteile des Urteilsmodells über einen Lauf mit denen von Fachleuten (Spalten caseId, keyPoint, label:
  enthalten, teilweise, fehlt oder widersprochen, reviewer). Urteile, deren reviewer mit „developer“ oder „model“ beginnt,
  zählen nicht. Das Ergebnis steht in judge-calibrations.jsonl neben den Läufen und gilt für dieses Modell mit diesem
  Prompt. Ende 0 nur, wenn das Modell danach kalibriert ist.`,
  async run(words) {
    const { labels: path, run: name } = readAgreementOptions(words)
    const bytes = readFileSync(path)
    const run = readRun(name)
    const lines = latestJudge(readJudged(run.folder).lines)
    const report = calibrate(lines, readLabels(bytes.toString('utf8'), path.endsWith('.csv')), run)
    console.log(printCalibration(report))
    const measuredAt = new Date().toISOString()
    const labelsSha256 = createHash('sha256').update(bytes).digest('hex')
    const calibration = { ...report.calibration, labelsSha256, measuredAt }
    if (Object.values(calibration).every((value) => typeof value !== 'number' || Number.isFinite(value)))
      keepCalibration(run.folder, calibration)
    return lackingIn(calibration).length === 0 ? 0 : 1
  },
}

/** @throws UsageError where it is called wrongly */
export function readAgreementOptions(words: string[]): { labels: string; run: string } {
  const { positionals, values } = parseArgs({
    args: words,
    options: { run: { type: 'string' } },
    allowPositionals: true,
  })
  const [labels, ...more] = positionals
  if (labels === undefined || more.length > 0) throw new UsageError('agreement nimmt eine Datei mit Urteilen.')
  if (values.run === undefined) throw new UsageError('Es fehlt der Lauf: --run <Lauf>')
  return { labels, run: values.run }
}
