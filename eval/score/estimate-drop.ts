import { estimateDifferences, type ScoreEstimates } from './estimate-scores.ts'
import type { RankScores } from './rank-scores.ts'

/** What a question scores as it was asked, and what each of its variants (at least one) scores. */
export interface VariedQuestion {
  original: RankScores
  variants: RankScores[]
}

/** How much the variants score less than the original, on the mean of each question's variants. Negative: they score more. */
export function estimateDrop(questions: VariedQuestion[]): ScoreEstimates {
  return estimateDifferences(
    questions.map(({ original }) => original),
    questions.map(({ variants }) => meanOf(variants)),
  )
}

function meanOf(scores: RankScores[]): RankScores {
  const of = (figure: keyof RankScores) => scores.reduce((sum, each) => sum + each[figure], 0) / scores.length
  return { recallAt5: of('recallAt5'), recallAt10: of('recallAt10'), reciprocalRank: of('reciprocalRank') }
}
