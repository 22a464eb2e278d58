import { estimateDifferences, estimateScores, type ScoreEstimates } from './estimate-scores.ts'
import { scoreRanking } from './rank-scores.ts'

/** One way of ranking, for every question its norms, best first, in the order of the questions. */
export interface NamedRankings {
  name: string
  rankings: string[][]
}

/** A way of ranking with its figures; `difference` is what it has more than the first one, question by question (paired). */
export interface ComparedRankings {
  name: string
  figures: ScoreEstimates
  difference: ScoreEstimates
}

/** Scores ways of ranking the same questions against the first of them; `gold`: each question's essential norms. */
export function compareRankings(systems: NamedRankings[], gold: string[][]): ComparedRankings[] {
  const scored = systems.map(({ name, rankings }) => ({
    name,
    scores: gold.map((norms, place) => scoreRanking(rankings[place] ?? [], norms)),
  }))
  const first = scored[0]?.scores ?? []
  return scored.map(({ name, scores }) => ({
    name,
    figures: estimateScores(scores),
    difference: estimateDifferences(scores, first),
  }))
}
