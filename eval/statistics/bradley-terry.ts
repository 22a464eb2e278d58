import { seededRandom } from '../seeded-random.ts'

/** One comparison of two systems, by their places. A tie (equal, or both unusable) counts as half a win for each. */
export interface Comparison {
  first: number
  second: number
  /** What the first won: 1, 0.5 or 0. */
  won: number
  /** Questions of one cluster are not independent. */
  cluster: string
}

export interface RankedSystem {
  system: number
  /** Chance to be preferred to a system of average strength, with its 95 % interval. */
  preferred: number
  low: number
  high: number
  /** 1 is best: from the 2.5th to the 97.5th percentile of its ranks. */
  bestRank: number
  worstRank: number
}

/** Why there is no ranking. */
export type Unranked = 'too_few' | 'not_connected' | 'unstable'

/** With fewer a ranking would be read out of noise. */
export const leastComparisons = 30
export const leastClusters = 10
const resamples = 2_000
const seed = 20_261_124
/** More resamples than this without an estimate, and the interval of the rest would be too narrow. */
const mostUnstable = 0.05

/**
 * Bradley–Terry strengths of `count` systems, best first, by the MM algorithm (Hunter 2004, Ann. Stat. 32, 384–406), ties
 * as half wins; intervals by resampling whole clusters. There is an estimate only where every system can be reached from
 * every other over wins (Ford 1957): a system that never lost, or that nobody compared, has none.
 */
export function rankSystems(count: number, comparisons: Comparison[]): RankedSystem[] | Unranked {
  const clusters = clustersOf(comparisons)
  if (comparisons.length < leastComparisons || clusters.length < leastClusters) return 'too_few'
  const strengths = strengthsOf(winsOf(count, comparisons))
  if (!strengths) return 'not_connected'
  const draws = resample(count, clusters)
  if (draws.length < resamples * (1 - mostUnstable)) return 'unstable'
  return strengths
    .map((strength, system) => {
      const [low, high] = percentiles(draws.map((draw) => chanceOf(draw[system] ?? 1)))
      const [bestRank, worstRank] = percentiles(draws.map((draw) => rankOf(draw, system)))
      return { system, preferred: chanceOf(strength), low, high, bestRank, worstRank }
    })
    .toSorted((a, b) => b.preferred - a.preferred)
}

/**
 * Strengths with the geometric mean 1 from a table of wins (`wins[i][j]`: how often i won over j); null where there is no
 * estimate.
 */
export function strengthsOf(wins: number[][]): number[] | null {
  if (!isConnected(wins)) return null
  const won = wins.map((row) => sum(row))
  let strengths = wins.map(() => 1)
  for (let step = 0; step < 10_000; step += 1) {
    const next = scaled(won.map((own, i) => own / sum(strengths.map((_, j) => shareOfPair(wins, strengths, i, j)))))
    const moved = Math.max(...next.map((each, i) => Math.abs(Math.log(each / (strengths[i] ?? 1)))))
    strengths = next
    if (moved < 1e-10) break
  }
  return strengths
}

function shareOfPair(wins: number[][], strengths: number[], i: number, j: number): number {
  const played = (wins[i]?.[j] ?? 0) + (wins[j]?.[i] ?? 0)
  return played === 0 ? 0 : played / ((strengths[i] ?? 0) + (strengths[j] ?? 0))
}

function scaled(strengths: number[]): number[] {
  const mean = Math.exp(sum(strengths.map(Math.log)) / strengths.length)
  return strengths.map((each) => each / mean)
}

function winsOf(count: number, comparisons: Comparison[]): number[][] {
  const wins = Array.from({ length: count }, () => Array.from({ length: count }, () => 0))
  for (const { first, second, won } of comparisons) {
    add(wins, first, second, won)
    add(wins, second, first, 1 - won)
  }
  return wins
}

function add(wins: number[][], winner: number, loser: number, won: number): void {
  const row = wins[winner]
  if (row) row[loser] = (row[loser] ?? 0) + won
}

/** Whether every system reaches every other over wins: forwards and backwards from the first. */
function isConnected(wins: number[][]): boolean {
  const beats = (a: number, b: number) => (wins[a]?.[b] ?? 0) > 0
  return [beats, (a: number, b: number) => beats(b, a)].every((leads) => {
    const reached = new Set([0])
    for (const from of reached) for (const to of wins.keys()) if (leads(from, to)) reached.add(to)
    return reached.size === wins.length
  })
}

function clustersOf(comparisons: Comparison[]): Comparison[][] {
  const names = [...new Set(comparisons.map(({ cluster }) => cluster))]
  return names.toSorted().map((name) => comparisons.filter(({ cluster }) => cluster === name))
}

/** Strengths of each resample that has an estimate. */
function resample(count: number, clusters: Comparison[][]): number[][] {
  const random = seededRandom(seed)
  const tables = clusters.map((cluster) => winsOf(count, cluster))
  return Array.from({ length: resamples }, () => {
    const wins = winsOf(count, [])
    for (let draw = 0; draw < tables.length; draw += 1)
      for (const [i, row] of (tables[Math.floor(random() * tables.length)] ?? []).entries())
        for (const [j, won] of row.entries()) add(wins, i, j, won)
    return strengthsOf(wins)
  }).filter((strengths) => strengths !== null)
}

function chanceOf(strength: number): number {
  return strength / (strength + 1)
}

function rankOf(strengths: number[], system: number): number {
  return 1 + strengths.filter((each) => each > (strengths[system] ?? 0)).length
}

function percentiles(values: number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (level: number) => sorted[Math.round(level * (sorted.length - 1))] ?? Number.NaN
  return [at(0.025), at(0.975)]
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
