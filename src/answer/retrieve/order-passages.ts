import type { Why } from '../../law/passage.ts'
import type { Found } from '../../store/found.ts'
import { note, type RankedNorm, sortNorms } from './rank-norms.ts'

/** A passage's row with its score and every way it was found. */
export interface OrderedPassage {
  rowId: number
  score: number
  why: Why[]
}

/** What the question names stands above everything that was only searched for, whatever that scores. */
const NAMED = 100
/** Each further passage of a norm counts this much of the one before, so that a long norm does not push others away. */
const FURTHER = 0.8
/** Further passages of a named norm come near this and stay above it, and whatever was only searched for stays below. */
const LEAST_NAMED = 10

/**
 * Passages in the order a reader meets them: those the question names first, in the order of `named`, then norm by norm;
 * a norm's best passage stands at the norm's place, each further one a little below.
 */
export function orderPassages(ranked: RankedNorm[], named: Found[]): OrderedPassage[] {
  return withNamed(ranked, named)
    .flatMap(({ score, passages }) => {
      const least = score < NAMED ? 0 : LEAST_NAMED
      return passages
        .toSorted((a, b) => b.score - a.score || a.rowId - b.rowId)
        .map(({ rowId, why }, place) => ({ rowId, why, score: least + (score - least) * FURTHER ** place }))
    })
    .toSorted((a, b) => b.score - a.score || a.rowId - b.rowId)
}

/** The first norm named scores most; within a norm the passages keep the scores the reference gives them. */
function withNamed(ranked: RankedNorm[], named: Found[]): RankedNorm[] {
  const norms = new Map(ranked.map((norm) => [norm.normId, { ...norm, passages: [...norm.passages] }]))
  const order = [...new Set(named.map(({ normId }) => normId))]
  for (const { normId, documentId, norm: name, rowId, score } of named) {
    const norm = norms.get(normId) ?? { normId, documentId, norm: name, score: 0, passages: [] }
    norms.set(normId, norm)
    note(norm.passages, rowId, NAMED * score, { by: 'reference' })
  }
  for (const [place, normId] of order.entries()) {
    const norm = norms.get(normId)
    if (norm) norm.score += NAMED * (order.length - place)
  }
  return sortNorms([...norms.values()])
}
