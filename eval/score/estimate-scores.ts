import { bootstrapMean, type Estimate } from './bootstrap.ts'
import type { RankScores } from './rank-scores.ts'

/** Each figure over all questions, with its interval. */
export type ScoreEstimates = Record<keyof RankScores, Estimate>

export function estimateScores(scores: RankScores[]): ScoreEstimates {
  const of = (figure: keyof RankScores) => bootstrapMean(scores.map((each) => each[figure]))
  return { recallAt5: of('recallAt5'), recallAt10: of('recallAt10'), reciprocalRank: of('reciprocalRank') }
}

/** How much more `scores` has than `others`, question by question: both lists in the same order. */
export function estimateDifferences(scores: RankScores[], others: RankScores[]): ScoreEstimates {
  const of = (figure: keyof RankScores) =>
    bootstrapMean(scores.map((each, place) => each[figure] - (others[place]?.[figure] ?? Number.NaN)))
  return { recallAt5: of('recallAt5'), recallAt10: of('recallAt10'), reciprocalRank: of('reciprocalRank') }
}
