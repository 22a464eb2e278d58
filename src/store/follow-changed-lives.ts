import type { Queries } from './database.ts'
import { derivePeriods } from './derive-periods.ts'
import { deriveLives } from './derive-relations.ts'

/**
 * What follows from these documents' having gone or come back: who answers for whom, what has ended and goes on, and a
 * state of the collection of its own. To be called under `lockRelations`, taken before they went.
 */
export async function followChangedLives(queries: Queries, documentIds: string[]): Promise<void> {
  for (const id of await deriveLives(queries, documentIds)) await derivePeriods(queries, id)
  await queries.query('update corpus_state set revision = revision + 1, changed_at = now()')
}
