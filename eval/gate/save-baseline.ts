import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRun } from '../run/read-run.ts'

/** Keeps a run as the one that the next is measured by: what scoring needs, without the systems' own replies. */
export function saveBaseline(run: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const file of ['run.json', 'set.jsonl']) copyFileSync(join(run, file), join(folder, file))
  const answers = readRun(run).answers.map((answer) => JSON.stringify({ ...answer, raw: null }))
  writeFileSync(join(folder, 'answers.jsonl'), `${answers.join('\n')}\n`)
}
