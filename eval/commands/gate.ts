import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../../src/package-root.ts'
import { holdGate } from '../gate/hold-gate.ts'
import { printGate } from '../gate/print-gate.ts'
import { saveBaseline } from '../gate/save-baseline.ts'
import { readThresholds } from '../gate/read-thresholds.ts'
import { readThreshold, type Threshold } from '../report/threshold.ts'
import { readRun } from '../run/read-run.ts'
import { scoreStored } from '../run/score-stored.ts'
import type { Command } from './command.ts'
import { writeReport } from './report.ts'
import { readRunOptions, runInto } from './run.ts'
import { withLibrary } from './with-library.ts'

export const gate: Command = {
  usage: `gate <Fragen.jsonl> [--baseline <Lauf>] [--save <Ordner>] [--thresholds <Datei>] [--min "Kennzahl>=0.95" …] [wie run]
  die Probe vor dem Start und nach jeder Änderung: stellt die Fragen, wertet aus und endet mit 1, wo eine Schwelle (sonst
  aus eval/gate/thresholds.txt) verfehlt ist, eine Frage ohne Antwort bleibt oder eine festgelegte Kennzahl belegbar
  schlechter ist als im Lauf, der zuletzt bestanden hat (--baseline). --save legt den Lauf, wenn er besteht, als den ab,
  an dem der nächste gemessen wird.`,
  async run(words) {
    const { own, others } = divide(words)
    const options = readRunOptions(others)
    const set = readFileSync(options.set, 'utf8')
    const folder = await withLibrary((library, config) => runInto(library, config, options, set))
    const run = scoreStored(readRun(folder))
    const result = holdGate(run, own.thresholds, own.baseline === null ? null : scoreStored(readRun(own.baseline)))
    await writeReport(folder, [run], result.thresholds)
    console.log(`\n${printGate(result)}\n\n${join(folder, 'report.html')}`)
    if (result.passed && own.save !== null) saveBaseline(folder, own.save)
    return result.passed ? 0 : 1
  },
}

const defaultThresholds = join(packageRoot, 'eval/gate/thresholds.txt')

interface GateOptions {
  baseline: string | null
  /** Folder in which a passed run is kept as the next baseline. */
  save: string | null
  thresholds: Threshold[]
}

/** The gate's own options, and the words that are meant for `run`. */
function divide(words: string[]): { own: GateOptions; others: string[] } {
  const options = {
    baseline: { type: 'string' },
    save: { type: 'string' },
    thresholds: { type: 'string' },
    min: { type: 'string', multiple: true },
  } as const
  const { values, tokens } = parseArgs({ args: words, options, strict: false, allowPositionals: true, tokens: true })
  const taken = new Set(
    tokens.flatMap((token) =>
      token.kind === 'option' && token.name in options
        ? [token.index, ...(token.inlineValue === false ? [token.index + 1] : [])]
        : [],
    ),
  )
  const file = typeof values.thresholds === 'string' ? values.thresholds : defaultThresholds
  const named = (values.min ?? []).map(String).map(readThreshold)
  return {
    own: {
      baseline: typeof values.baseline === 'string' ? values.baseline : null,
      save: typeof values.save === 'string' ? values.save : null,
      thresholds: [...readThresholds(file), ...named],
    },
    others: words.filter((_, place) => !taken.has(place)),
  }
}
