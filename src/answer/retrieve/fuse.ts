import type { Why } from '../../law/passage.ts'
import { officeWeight } from '../../law/office-laws.ts'
import type { Found } from '../../store/find-passages.ts'

/** A passage's row with its fused score and every way it was found. */
export interface Fused {
  rowId: number
  score: number
  why: Why[]
}

/** Reciprocal rank fusion's damping (Cormack, Clarke, Büttcher 2009 use 60). */
const DAMPING = 60
/** How much a list counts: a half for the vectors was best on the development questions (docs/quality.md). */
const weights = { text: 1, vector: 0.5 }

/**
 * Fuses the lists by reciprocal rank: a passage scores the sum of weight / (60 + rank) over the lists that hold it.
 * Laws the office applies itself count in full, others less (`officeWeight`).
 * What a reference names keeps its own, higher score and so stands above everything that was only searched for.
 */
export function fuse(lists: { reference: Found[]; text: Found[]; vector: Found[] }): Fused[] {
  const fused = new Map<number, Fused>()
  const note = (found: Found, why: Why, score: number) => {
    const entry = fused.get(found.rowId) ?? { rowId: found.rowId, score: 0, why: [] }
    entry.score += score
    entry.why.push(why)
    fused.set(found.rowId, entry)
  }
  for (const found of lists.reference) note(found, { by: 'reference' }, found.score)
  for (const by of ['text', 'vector'] as const) {
    for (const [place, found] of lists[by].entries())
      note(found, { by, rank: place + 1 }, (weights[by] * officeWeight(found.documentId)) / (DAMPING + place + 1))
  }
  return [...fused.values()].toSorted((a, b) => b.score - a.score || a.rowId - b.rowId)
}
