import type { Completeness, Upkeep } from './law/upkeep.ts'
import { confirmRun } from './store/confirm-run.ts'
import { findCorpus } from './store/corpus-state.ts'
import type { Database } from './store/database.ts'
import { findActiveIndex } from './store/embedding-index.ts'
import { findFigures } from './store/find-figures.ts'
import { findGaps } from './store/find-gaps.ts'
import { findRun, findRuns } from './store/find-runs.ts'

/** Looking after the collection, over an opened database. */
export function wireUpkeep(database: Database): Upkeep {
  return {
    runs: (limit) => findRuns(database, limit),
    run: (id) => findRun(database, id),
    confirm: (id, by) => confirmRun(database, id, by),
    completeness: rememberCompleteness(database),
    figures: () => findFigures(database),
  }
}

/** Asked of the database once for each state of the collection, however often a monitor looks. */
function rememberCompleteness(database: Database): Upkeep['completeness'] {
  let last: { state: string; completeness: Completeness } | null = null
  return async () => {
    const corpusState = `r${(await findCorpus(database)).revision}`
    const state = `${corpusState} ${(await findActiveIndex(database))?.id}`
    if (last?.state !== state) {
      const gaps = await findGaps(database)
      last = { state, completeness: { corpusState, complete: gaps.every(({ count }) => count === 0), gaps } }
    }
    return last.completeness
  }
}
