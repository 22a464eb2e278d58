import type { Inquiry } from '../../law/answer.ts'
import { type Day, toDay } from '../../law/day.ts'
import type { Queries } from '../../store/database.ts'
import { findNamedNorms } from '../../store/find-named-norms.ts'
import type { Found } from '../../store/found.ts'
import type { AskedIndex } from './asked-index.ts'

/** What searching by asked questions needs, handed in. */
export interface AskedParts {
  database: Queries
  asked: AskedIndex
}

/** The day of the law for which the bundled questions were written. */
const WRITTEN_FOR: Day = toDay('2025-03-05')
const NORMS = 100

/**
 * Norms about which people ask what the question asks, each with the passage they ask about, best first; in force and in
 * scope on the day, and not where the norm dealt with something else when the questions were written.
 */
export async function findAsked({ database, asked }: AskedParts, inquiry: Inquiry): Promise<Found[]> {
  const { question, searchText, meanings, added } = inquiry
  const norms = asked.search(searchText, [...meanings, ...added], NORMS)
  const scores = new Map(norms.map(({ documentId, norm, score }) => [`${documentId} ${norm}`, score]))
  const passages = await findNamedNorms(database, norms, question, WRITTEN_FOR)
  return passages
    .map(({ rowId, normId, documentId, norm }) => {
      return { rowId, normId, documentId, norm, score: scores.get(`${documentId} ${norm}`) ?? 0 }
    })
    .toSorted((a, b) => b.score - a.score || a.rowId - b.rowId)
}
