import { readJudged } from '../judge/read-judged.ts'
import { type ScoredRun, scoreRun } from '../score/scored-run.ts'
import { readRun } from './read-run.ts'

/** A scored run and where it lies. */
export interface StoredScoredRun extends ScoredRun {
  folder: string
}

/** Reads a run by its name or folder and scores it anew, with what a judge said of it. */
export function scoreStored(nameOrPath: string): StoredScoredRun {
  const { folder, ...run } = readRun(nameOrPath)
  return { ...scoreRun({ ...run, judged: readJudged(folder) }), folder }
}
