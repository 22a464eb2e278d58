import type { Question } from '../../law/answer.ts'
import type { Passage } from '../../law/passage.ts'
import type { Reranker } from '../../models/rerank.ts'
import { RerankError } from '../../models/rerank-error.ts'
import type { Database } from '../../store/database.ts'
import { loadPassages } from '../../store/find-passages.ts'
import type { Found } from '../../store/found.ts'
import { orderPassages } from './order-passages.ts'
import { type RankedNorm, note, sortNorms } from './rank-norms.ts'

/** What reranking needs, handed in; null: nothing is reranked. */
export interface RerankParts {
  database: Database
  reranker: Reranker | null
}

/** As many as Text Embeddings Inference reads in one request unless told otherwise. */
const PASSAGES = 32

/**
 * The ranking with what a reranker says of its best passages, those of named norms aside: it counts as much as the best
 * of all ways of searching together, for a norm by its best passage. Where it fails the ranking stays as it is, and
 * the hits' `why` shows that it was not used.
 */
export async function rerankNorms(
  { database, reranker }: RerankParts,
  { text, asOf }: Question,
  ranked: RankedNorm[],
  named: Found[],
): Promise<RankedNorm[]> {
  if (!reranker) return ranked
  const isNamed = new Set(named.map(({ normId }) => normId))
  const searched = ranked.filter(({ normId }) => !isNamed.has(normId))
  const best = orderPassages(searched, []).slice(0, PASSAGES)
  const rowIds = best.map(({ rowId }) => rowId)
  const passages = await loadPassages(database, rowIds, asOf)
  const asked = rowIds.filter((rowId) => passages.has(rowId))
  if (asked.length < 2) return ranked
  const texts = asked.map((rowId) => textOf(passages.get(rowId) as Passage))
  const scores = await reranker.rerank(text, texts).catch((error: unknown) => {
    if (error instanceof RerankError) return null
    throw error
  })
  return scores ? blended(ranked, isNamed, scaled(asked, scores)) : ranked
}

function textOf({ label, heading, text }: Passage): string {
  return `${[label, heading].filter(Boolean).join(' – ')}\n${text}`
}

interface Reranked {
  rank: number
  /** From 1 for the best to 0 for the last; all 0 where the reranker tells none apart. */
  share: number
}

function scaled(rowIds: number[], scores: number[]): Map<number, Reranked> {
  const order = rowIds
    .map((rowId, place) => ({ rowId, score: scores[place] ?? 0 }))
    .toSorted((a, b) => b.score - a.score)
  const [high, low] = [order[0]?.score ?? 0, order.at(-1)?.score ?? 0]
  return new Map(
    order.map(({ rowId, score }, place) => {
      return [rowId, { rank: place + 1, share: high > low ? (score - low) / (high - low) : 0 }]
    }),
  )
}

function blended(ranked: RankedNorm[], isNamed: Set<number>, reranked: Map<number, Reranked>): RankedNorm[] {
  const searched = ranked.filter(({ normId }) => !isNamed.has(normId))
  const topNorm = Math.max(...searched.map(({ score }) => score))
  const topPassage = Math.max(...searched.flatMap(({ passages }) => passages.map(({ score }) => score)))
  const norms = ranked.map((norm) => {
    const passages = norm.passages.map((passage) => ({ ...passage, why: [...passage.why] }))
    let best = 0
    for (const { rowId } of passages) {
      const found = reranked.get(rowId)
      if (!found) continue
      note(passages, rowId, topPassage * found.share, { by: 'rerank', rank: found.rank })
      best = Math.max(best, found.share)
    }
    return { ...norm, passages, score: norm.score + topNorm * best }
  })
  return sortNorms(norms)
}
