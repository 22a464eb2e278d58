import { randomUUID } from 'node:crypto'
import type { Feedback } from '../law/feedback.ts'
import type { Queries } from './database.ts'

/** Stores what somebody said, under an id that leads to nobody and tells no order. */
export async function saveFeedback(queries: Queries, feedback: Feedback): Promise<void> {
  const { day, reason, comment, claim, places, asOf, mode, model } = feedback
  await queries.query(
    `insert into feedback (id, day, reason, comment, claim, places, as_of, mode, model)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [randomUUID(), day, reason, comment, claim, JSON.stringify(places), asOf, mode, model && JSON.stringify(model)],
  )
}

/** All of it, by day; within a day in no order. */
export function listFeedback(queries: Queries): Promise<Feedback[]> {
  return queries.query<Feedback>(
    'select day, reason, comment, claim, places, as_of as "asOf", mode, model from feedback order by day, id',
  )
}

/** Removes what was said up to a day. Returns how much. */
export async function removeFeedback(queries: Queries, lastDay: Feedback['day']): Promise<number> {
  return (await queries.query('delete from feedback where day <= $1 returning id', [lastDay])).length
}
