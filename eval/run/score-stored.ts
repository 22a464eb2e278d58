import { readJudged } from '../judge/read-judged.ts'
import { type ScoredRun, scoreRun } from '../score/scored-run.ts'
import type { StoredRun } from './read-run.ts'

/** A scored run and where it lies. */
export interface StoredScoredRun extends ScoredRun {
  folder: string
}

/** Scores a run anew, with what a judge said of it. */
export function scoreStored({ folder, ...run }: StoredRun): StoredScoredRun {
  return { ...scoreRun({ ...run, judged: readJudged(folder) }), folder }
}
