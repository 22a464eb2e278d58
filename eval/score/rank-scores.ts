/** How well a ranking of norms finds the gold norms of one question; each figure between 0 and 1. */
export interface RankScores {
  recallAt5: number
  recallAt10: number
  /** 1 / rank of the first gold norm; 0 where none was found. */
  reciprocalRank: number
}

/** Scores a ranking against a question's essential gold norms (at least one), by identity of the strings. */
export function scoreRanking(ranked: string[], gold: string[]): RankScores {
  const first = ranked.findIndex((norm) => gold.includes(norm))
  return {
    recallAt5: recall(ranked.slice(0, 5), gold),
    recallAt10: recall(ranked.slice(0, 10), gold),
    reciprocalRank: first === -1 ? 0 : 1 / (first + 1),
  }
}

function recall(found: string[], gold: string[]): number {
  return gold.filter((norm) => found.includes(norm)).length / gold.length
}
