import type { ReferenceCase } from './reference/reference-case.ts'
import { bootstrapMean, type Estimate } from './score/bootstrap.ts'
import { type RankScores, scoreRanking } from './score/rank-scores.ts'

/** One question with what was found for it. */
interface ScoredCase {
  id: string
  kind: string
  style: string
  question: string
  gold: string[]
  /** The ten best norms found. */
  found: string[]
  scores: RankScores
}

export interface RetrievalReport {
  cases: ScoredCase[]
  /** By `all`, `kind: …` and `style: …`. */
  groups: Record<string, Record<keyof RankScores, Estimate>>
}

/** Ranks and scores every answerable question of a reference set; `rank` gives its norms, best first. */
export async function evaluateRetrieval(
  cases: ReferenceCase[],
  rank: (reference: ReferenceCase) => Promise<string[]>,
): Promise<RetrievalReport> {
  const scored: ScoredCase[] = []
  for (const reference of cases.filter(({ answerable }) => answerable))
    scored.push(score(reference, await rank(reference)))
  return {
    cases: scored,
    groups: Object.fromEntries(groupsOf(scored).map(([name, members]) => [name, estimate(members)])),
  }
}

function score({ id, kind, style, question, gold }: ReferenceCase, ranked: string[]): ScoredCase {
  const essential = new Set(gold.filter((norm) => norm.essential).map(({ law, norm }) => `${law} ${norm}`))
  const scores = scoreRanking(ranked, [...essential])
  return { id, kind, style, question, gold: [...essential], found: ranked.slice(0, 10), scores }
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

function estimate(cases: ScoredCase[]): Record<keyof RankScores, Estimate> {
  const of = (figure: keyof RankScores) => bootstrapMean(cases.map(({ scores }) => scores[figure]))
  return { recallAt5: of('recallAt5'), recallAt10: of('recallAt10'), reciprocalRank: of('reciprocalRank') }
}
