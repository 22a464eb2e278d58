import { estimateScores, type ScoreEstimates } from './estimate-scores.ts'
import { type RankScores, scoreRanking } from './rank-scores.ts'

/** A question with what was found for it. */
export interface ScoredCase {
  id: string
  kind: string
  style: string
  question: string
  gold: string[]
  /** The ten best norms found. */
  found: string[]
  scores: RankScores
}

/** Every question scored; `groups` by `all`, `kind: …` and `style: …`. */
export interface ScoredCases {
  cases: ScoredCase[]
  groups: Record<string, ScoreEstimates>
}

/** Scores rankings, one for each question in their order. */
export function scoreCases(questions: Omit<ScoredCase, 'found' | 'scores'>[], rankings: string[][]): ScoredCases {
  const cases = questions.map((question, place) => {
    const ranking = rankings[place] ?? []
    return { ...question, found: ranking.slice(0, 10), scores: scoreRanking(ranking, question.gold) }
  })
  const groups = groupsOf(cases).map(([name, members]) => [name, estimateScores(members.map(({ scores }) => scores))])
  return { cases, groups: Object.fromEntries(groups) }
}

function groupsOf(cases: ScoredCase[]): [string, ScoredCase[]][] {
  const names = ['all', ...new Set(cases.flatMap(({ kind, style }) => [`kind: ${kind}`, `style: ${style}`]))]
  return names
    .toSorted()
    .map((name) => [
      name,
      cases.filter(({ kind, style }) => ['all', `kind: ${kind}`, `style: ${style}`].includes(name)),
    ])
}
