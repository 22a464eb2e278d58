import type { CitedPassage } from '../law/citation-state.ts'
import type { Queries } from './database.ts'

/** Passages as they were cited, by their ids; nothing is ever removed from the store, so that all are there. */
export function findCitedPassages(queries: Queries, ids: string[]): Promise<CitedPassage[]> {
  return queries.query<CitedPassage>(
    'select public_id as id, paragraph, path, start_at as start, text, sentences from passages where public_id = any($1)',
    [ids],
  )
}
