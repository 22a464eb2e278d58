import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Calibration, calibrationSchema } from './calibration.ts'
import { type JudgeLine, judgeLineSchema } from './judge-line.ts'

/** What a judge said of a run, and how far judges may be believed: `judge.jsonl` in its folder, calibrations beside it. */
export function readJudged(runFolder: string): { lines: JudgeLine[]; calibrations: Calibration[] } {
  return {
    lines: readLines(join(runFolder, 'judge.jsonl')).map((line) => judgeLineSchema.parse(line)),
    calibrations: readLines(calibrationsPath(runFolder)).map((line) => calibrationSchema.parse(line)),
  }
}

export function keepJudgeLine(runFolder: string, line: JudgeLine): void {
  appendFileSync(join(runFolder, 'judge.jsonl'), `${JSON.stringify(line)}\n`)
}

export function keepCalibration(runFolder: string, calibration: Calibration): void {
  appendFileSync(calibrationsPath(runFolder), `${JSON.stringify(calibration)}\n`)
}

/** One file for all runs of a folder: a judge is calibrated once, for its model and prompt. */
function calibrationsPath(runFolder: string): string {
  return join(dirname(runFolder), 'judge-calibrations.jsonl')
}

/** A last line that a killed run left unfinished is left out. */
function readLines(path: string): unknown[] {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  return whole.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as unknown)
}
