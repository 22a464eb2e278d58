import type { AskedIndex } from './asked-index.ts'
import { isOfficeLaw } from '../../law/office-laws.ts'
import type { Why } from '../../law/passage.ts'
import type { Found } from '../../store/found.ts'
import type { RankingWeights } from './weights.ts'

/** The ways of searching, each with what it found, best first. */
export interface FoundLists {
  text: Found[]
  vector: Found[]
  asked: Found[]
}

/** A passage that may answer, with the ways it was found. */
export interface RankablePassage {
  rowId: number
  score: number
  why: Why[]
}

/** A norm as worded on the day, with those of its passages that were found. */
export interface RankedNorm {
  normId: number
  documentId: string
  norm: string
  score: number
  passages: RankablePassage[]
}

const ways = ['text', 'vector', 'asked'] as const

/** How much a norm's second and third passage add to its best, where words stand spread over its Absätze. */
const spread: Record<(typeof ways)[number], number> = { text: 0.3, vector: 0, asked: 0 }
const PASSAGES_COUNTED = 3
/** How many norms of each way are ranked; the last of them scores 0. */
const DEPTH = 100

/**
 * Ranks norms by the weighted sum of what each way of searching gives them, each way scaled to 0 … 1 over its best norms
 * (convex combination: Bruch, Gai, Ingber 2023). A norm is as good as its best passage, and by words a little better
 * where further passages of it match. A norm about which no questions are known is not worse for that: the other ways
 * count for it in their stead. Best first; equal ones in the order of the store.
 */
export function rankNorms(lists: FoundLists, asked: Pick<AskedIndex, 'knows'>, weights: RankingWeights): RankedNorm[] {
  const norms = new Map<number, RankedNorm>()
  for (const way of ways) {
    const ofNorm = scaled(normScores(lists[way], spread[way]))
    const ofPassage = scaled(new Map(lists[way].map(({ rowId, score }) => [rowId, score])))
    for (const [place, found] of lists[way].entries()) {
      const entry = norms.get(found.normId)
      const { normId, documentId, norm: name } = found
      const norm = entry ?? { normId, documentId, norm: name, score: 0, passages: [] }
      if (!entry) norms.set(found.normId, norm)
      const why = { by: way, rank: place + 1, score: found.score }
      note(norm.passages, found.rowId, weights[way] * (ofPassage.get(found.rowId) ?? 0), why)
    }
    for (const [normId, score] of ofNorm) {
      const norm = norms.get(normId)
      if (norm) norm.score += weights[way] * score * (isOfficeLaw(norm.documentId) ? 1 : weights.otherLaw)
    }
  }
  const instead = 1 + weights.asked / (weights.text + weights.vector || 1)
  for (const norm of norms.values()) if (!asked.knows(norm.documentId, norm.norm)) norm.score *= instead
  return sortNorms([...norms.values()])
}

export function sortNorms(norms: RankedNorm[]): RankedNorm[] {
  return norms.toSorted((a, b) => b.score - a.score || a.normId - b.normId)
}

/** Adds a way a passage was found to a norm's passages. */
export function note(passages: RankablePassage[], rowId: number, score: number, why: Why): void {
  const known = passages.find((passage) => passage.rowId === rowId)
  if (!known) passages.push({ rowId, score, why: [why] })
  else {
    known.score += score
    known.why.push(why)
  }
}

function normScores(found: Found[], decay: number): Map<number, number> {
  const scores = new Map<number, { sum: number; counted: number }>()
  for (const { normId, score } of found) {
    const norm = scores.get(normId) ?? { sum: 0, counted: 0 }
    if (norm.counted < PASSAGES_COUNTED) norm.sum += score * decay ** norm.counted
    norm.counted += 1
    scores.set(normId, norm)
  }
  return new Map([...scores].map(([normId, { sum }]) => [normId, sum]))
}

/** The best entries, from 1 for the best to 0 for the last; a single one is 1. */
function scaled(scores: Map<number, number>): Map<number, number> {
  const best = [...scores].toSorted(([, a], [, b]) => b - a).slice(0, DEPTH)
  const high = best[0]?.[1] ?? 0
  const low = best.at(-1)?.[1] ?? 0
  return new Map(best.map(([key, score]) => [key, high > low ? (score - low) / (high - low) : 1]))
}
