import type { LawName } from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'
import { listLawNames } from './find-documents.ts'

/** Registers kept, of the days asked for last: one of all federal laws takes some ten megabytes with its index. */
const DAYS = 4

/**
 * `listLawNames`, read again only after the library changed: what is published or withdrawn counts at once, also by
 * another process, because both raise the revision in their transaction.
 */
export function rememberLawNames(queries: Queries): (asOf: Day) => Promise<LawName[]> {
  const kept = new Map<Day, { revision: number; register: LawName[] }>()
  return async (asOf) => {
    const [state] = await queries.query<{ revision: number }>('select revision from corpus_state')
    const known = kept.get(asOf)
    const revision = state?.revision ?? 0
    const register = known?.revision === revision ? known.register : await listLawNames(queries, asOf)
    kept.delete(asOf)
    kept.set(asOf, { revision, register })
    for (const day of [...kept.keys()].slice(0, -DAYS)) kept.delete(day)
    return register
  }
}
