import { estimateScores, type ScoreEstimates } from './estimate-scores.ts'
import type { RankScores } from './rank-scores.ts'

/** A question's topic and what it scores with each setting, in the order of the settings. */
export interface TunedQuestion {
  topic: string
  scores: RankScores[]
}

export interface TuningResult {
  /** Each question scored with the setting chosen on the questions of all other topics. */
  heldOut: ScoreEstimates
  /** Settings (their places) by how many topics chose them, most often first. */
  chosen: { setting: number; topics: number }[]
  /** The best setting on all questions, measured on the same questions: what tuning pretends. */
  inSample: { setting: number; figures: ScoreEstimates }
}

/**
 * Chooses a setting for each topic on the questions of all the others, and scores it on the topic left out. Best is the
 * highest mean of recall@5, recall@10 and MRR; of equally good settings the first.
 */
export function leaveOneTopicOut(questions: TunedQuestion[]): TuningResult {
  const choices = new Map(
    [...new Set(questions.map(({ topic }) => topic))].map((topic) => [
      topic,
      bestSetting(questions.filter((question) => question.topic !== topic)),
    ]),
  )
  const all = bestSetting(questions)
  return {
    heldOut: estimateScores(questions.map((question) => scoreWith(question, choices.get(question.topic) ?? 0))),
    chosen: countChoices([...choices.values()]),
    inSample: { setting: all, figures: estimateScores(questions.map((question) => scoreWith(question, all))) },
  }
}

function bestSetting(questions: TunedQuestion[]): number {
  const settings = questions[0]?.scores.length ?? 0
  let best = { setting: 0, sum: Number.NEGATIVE_INFINITY }
  for (let setting = 0; setting < settings; setting += 1) {
    const sum = questions.reduce((total, question) => total + worth(scoreWith(question, setting)), 0)
    if (sum > best.sum + 1e-9) best = { setting, sum }
  }
  return best.setting
}

function worth({ recallAt5, recallAt10, reciprocalRank }: RankScores): number {
  return (recallAt5 + recallAt10 + reciprocalRank) / 3
}

function scoreWith({ scores }: TunedQuestion, setting: number): RankScores {
  const score = scores[setting]
  if (!score) throw new Error(`A question lacks its score with setting ${setting}: every question needs all of them.`)
  return score
}

function countChoices(settings: number[]): TuningResult['chosen'] {
  return [...new Set(settings)]
    .map((setting) => ({ setting, topics: settings.filter((each) => each === setting).length }))
    .toSorted((a, b) => b.topics - a.topics || a.setting - b.setting)
}
