import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnswerRecord, type RunFacts, runFactsSchema } from './answer-record.ts'
import { readRun } from './read-run.ts'

/** A run's folder while answers are written into it. */
export interface RunFolder {
  path: string
  /** Answers an earlier, interrupted run left; failed ones are asked again. */
  done: AnswerRecord[]
  /** Written at once, each a line: what is answered is never asked again. */
  append(record: AnswerRecord): void
}

/** What must be the same for a run to be continued. */
const identity = ['system', 'kind', 'model', 'promptHash', 'setSha256', 'seed', 'style', 'corpusState'] as const

/**
 * Opens a run's folder, new or interrupted.
 * @throws Error in German where the folder holds a run of other questions or of another system
 */
export function openRunFolder(path: string, facts: RunFacts, set: string): RunFolder {
  const answers = join(path, 'answers.jsonl')
  if (existsSync(join(path, 'run.json'))) refuseOther(path, facts)
  else {
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'set.jsonl'), set)
    writeFileSync(answers, '')
    writeFileSync(join(path, 'run.json'), `${JSON.stringify(facts, null, 2)}\n`)
  }
  dropTornLine(answers)
  const done = readRun(path).answers
  return { path, done, append: (record) => appendFileSync(answers, `${JSON.stringify(record)}\n`) }
}

function refuseOther(path: string, facts: RunFacts): void {
  const stored = runFactsSchema.parse(JSON.parse(readFileSync(join(path, 'run.json'), 'utf8')))
  const different = identity.filter((name) => stored[name] !== facts[name])
  if (different.length > 0)
    throw new Error(
      `${path} enthält einen anderen Lauf (verschieden: ${different.join(', ')}). Bitte mit --name einen neuen beginnen.`,
    )
}

/** A process killed while it wrote leaves half a line; the next line must not be written behind it. */
export function dropTornLine(path: string): void {
  const text = readFileSync(path)
  if (text.length > 0 && text.at(-1) !== 10) truncateSync(path, text.lastIndexOf(10) + 1)
}
