import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRun, type StoredRun } from '../eval/run/read-run.ts'
import type { ScoredRun } from '../eval/score/scored-run.ts'
import { inventedRun } from './invented-runs.ts'

/** Writes a run as `npm run eval -- run` does, and reads it. */
export function inventedRunFolder(parent: string, { name, facts, cases, answers }: ScoredRun): StoredRun {
  const folder = join(parent, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'run.json'), JSON.stringify(facts))
  writeFileSync(join(folder, 'set.jsonl'), lines(cases))
  writeFileSync(join(folder, 'answers.jsonl'), lines(answers))
  return readRun(folder)
}

/** Three answers that tell in every way whose they are. */
export function tellingRun(parent: string, system: string, opening: string): StoredRun {
  const scored = inventedRun(system, [1, 1, 1])
  const facts = { ...scored.facts, model: 'erfunden-7b' }
  const answers = scored.answers.map((each) => ({ ...each, answer: `${opening}${each.answer}`, totalMs: 4321 }))
  const cases = scored.cases.map((each) => ({ ...each, forbidden: ['Vier Stempel sind nötig.'] }))
  return inventedRunFolder(parent, { ...scored, facts, answers, cases })
}

function lines(values: unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}
