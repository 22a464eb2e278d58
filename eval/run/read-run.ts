import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { type AnswerRecord, answerRecordSchema, type RunFacts, runFactsSchema } from './answer-record.ts'

/** A run as its folder holds it: `run.json`, `set.jsonl`, `answers.jsonl`. */
export interface StoredRun {
  name: string
  folder: string
  facts: RunFacts
  cases: ReferenceCase[]
  answers: AnswerRecord[]
}

/** Where runs lie unless a path says otherwise. */
export const runsFolder: string = join(packageRoot, 'eval/runs')

/**
 * Reads a run by the path of its folder or its name under `eval/runs`.
 * @throws Error in German where there is none, or a line of it cannot be read.
 */
export function readRun(nameOrPath: string): StoredRun {
  const folder = [nameOrPath, join(runsFolder, nameOrPath)].find((path) => existsSync(join(path, 'run.json')))
  if (folder === undefined)
    throw new Error(`Den Lauf ${nameOrPath} gibt es nicht. Vorhanden: ${listRuns().join(', ') || 'keiner'}.`)
  const facts = runFactsSchema.parse(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')))
  const cases = parseReferenceCases(readFileSync(join(folder, 'set.jsonl'), 'utf8'))
  return { name: basename(folder), folder, facts, cases, answers: readAnswers(join(folder, 'answers.jsonl')) }
}

/** Names of the runs under `eval/runs`, in the order of the alphabet. */
export function listRuns(): string[] {
  if (!existsSync(runsFolder)) return []
  return readdirSync(runsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(runsFolder, entry.name, 'run.json')))
    .map(({ name }) => name)
    .toSorted()
}

/** A last line that a killed run left unfinished is not an answer; any other unreadable line is an error. */
function readAnswers(path: string): AnswerRecord[] {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  const whole = text.endsWith('\n') ? text : text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, place) => {
      try {
        return answerRecordSchema.parse(JSON.parse(line))
      } catch (error) {
        throw new Error(`${path}, Zeile ${place + 1}, ist keine lesbare Antwort.`, { cause: error })
      }
    })
}
