import type { RankingWeights } from '../../src/answer/retrieve/weights.ts'
import type { ScoreEstimates } from '../score/estimate-scores.ts'
import { leaveOneTopicOut } from '../score/leave-one-topic-out.ts'
import { scoreRanking } from '../score/rank-scores.ts'
import { weightGrid } from '../score/weight-grid.ts'
import type { CollectedCase } from './collect-found.ts'
import { rankCollected, type RankingParts } from './rank-collected.ts'
import { rememberQueries } from './remember-queries.ts'

/** Only what the ways weigh against each other matters, so one of them stays 1. */
const grid = weightGrid<RankingWeights>({
  text: [0, 0.2, 0.4, 0.7, 1],
  vector: [1],
  asked: [0.2, 0.4, 0.7, 1, 1.5],
  otherLaw: [0.2, 0.4, 0.6, 1],
  cited: [0, 0.1, 0.25],
  defined: [0.1],
})

export interface TunedWeights {
  /** Points of the grid tried. */
  tried: number
  heldOut: ScoreEstimates
  chosen: { weights: RankingWeights; topics: number }[]
  inSample: { weights: RankingWeights; figures: ScoreEstimates }
}

/** Ranks every question with every point of the grid, and tunes with each topic left out. */
export async function tuneWeights(parts: RankingParts, cases: CollectedCase[]): Promise<TunedWeights> {
  const remembering = { ...parts, database: rememberQueries(parts.database) }
  const questions = []
  for (const collected of cases) {
    const { reference, gold } = collected.asked
    const scores = []
    for (const weights of grid) scores.push(scoreRanking(await rankCollected(remembering, collected, weights), gold))
    questions.push({ topic: reference.topic, scores })
  }
  const { heldOut, chosen, inSample } = leaveOneTopicOut(questions)
  return {
    tried: grid.length,
    heldOut,
    chosen: chosen.map(({ setting, topics }) => ({ weights: weightsAt(setting), topics })),
    inSample: { weights: weightsAt(inSample.setting), figures: inSample.figures },
  }
}

function weightsAt(setting: number): RankingWeights {
  const weights = grid[setting]
  if (!weights) throw new Error(`The grid has no point ${setting}.`)
  return weights
}
