import jstat from 'jstat'
import { seededRandom } from '../seeded-random.ts'

/** A value of one question. Questions of one cluster (a topic, the rewordings of one question) are not independent. */
export interface Observation {
  value: number
  cluster: string
  /** What the question counts, 1 where nothing is said. */
  weight: number
}

/** A weighted mean with its 95 % interval. `n` counts questions, `clusters` what was resampled. NaN where nothing was. */
export interface ClusterEstimate {
  mean: number
  low: number
  high: number
  n: number
  clusters: number
}

const resamples = 10_000
const seed = 20_261_124
/** Sums in another order differ by less; that must not make equal means different. */
const rounding = 1e-9

/** Sums of a cluster: the mean of a resample is made of these alone. */
interface ClusterSums {
  weighted: number
  weight: number
}

/**
 * The mean with a bias-corrected and accelerated interval (BCa; Efron 1987, Efron and Tibshirani 1993 ch. 14) from
 * 10,000 resamples of whole clusters. Deterministic: the same observations give the same interval, in any order.
 */
export function estimateMean(observations: Observation[]): ClusterEstimate {
  const sums = sumsOf(observations)
  const mean = meanOf(sums)
  const counts = { mean, n: observations.length, clusters: sums.length }
  // One cluster alone says nothing of how much others would differ.
  if (sums.length < 2) return { ...counts, low: Number.NaN, high: Number.NaN }
  const means = resampledMeans(sums)
  const [first = mean, last = mean] = [means[0], means.at(-1)]
  if (first === last) return { ...counts, low: first, high: last }
  const [low, high] = [0.025, 0.975].map((level) => means[placeOf(level, means, mean, sums)] ?? mean)
  return { ...counts, low: low ?? mean, high: high ?? mean }
}

/** Share of resamples in which the mean lies as far from this mean as zero does, or farther: two-sided, never 0. */
export function chanceOfZero(observations: Observation[]): number {
  const sums = sumsOf(observations)
  if (sums.length < 2) return 1
  const mean = meanOf(sums)
  const far = resampledMeans(sums).filter((each) => Math.abs(each - mean) >= Math.abs(mean) - rounding).length
  return (1 + far) / (1 + resamples)
}

function sumsOf(observations: Observation[]): ClusterSums[] {
  const sums = new Map<string, ClusterSums>()
  for (const { value, cluster, weight } of observations) {
    const before = sums.get(cluster) ?? { weighted: 0, weight: 0 }
    sums.set(cluster, { weighted: before.weighted + weight * value, weight: before.weight + weight })
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}

function meanOf(sums: ClusterSums[]): number {
  let [weighted, weight] = [0, 0]
  for (const each of sums) {
    weighted += each.weighted
    weight += each.weight
  }
  return weighted / weight
}

/** In ascending order. */
function resampledMeans(sums: ClusterSums[]): Float64Array {
  const random = seededRandom(seed)
  const means = new Float64Array(resamples)
  for (let draw = 0; draw < resamples; draw += 1) {
    let [weighted, weight] = [0, 0]
    for (let place = 0; place < sums.length; place += 1) {
      const drawn = sums[Math.floor(random() * sums.length)] as ClusterSums
      weighted += drawn.weighted
      weight += drawn.weight
    }
    means[draw] = weighted / weight
  }
  return means.toSorted()
}

/** Where the BCa interval's end for a level lies among the sorted means. */
function placeOf(level: number, means: Float64Array, mean: number, sums: ClusterSums[]): number {
  const below = means.filter((each) => each < mean - rounding).length
  const ties = means.filter((each) => Math.abs(each - mean) <= rounding).length
  const bias = jstat.normal.inv((below + ties / 2) / means.length, 0, 1)
  const acceleration = accelerationOf(sums)
  const shifted = bias + jstat.normal.inv(level, 0, 1)
  const adjusted = jstat.normal.cdf(bias + shifted / (1 - acceleration * shifted), 0, 1)
  return Math.min(means.length - 1, Math.max(0, Math.round(adjusted * (means.length - 1))))
}

/** Skewness of the means that leave out one cluster (jackknife). */
function accelerationOf(sums: ClusterSums[]): number {
  const without = sums.map((_, place) => meanOf(sums.toSpliced(place, 1)))
  const middle = without.reduce((sum, each) => sum + each, 0) / without.length
  const squares = without.reduce((sum, each) => sum + (middle - each) ** 2, 0)
  const cubes = without.reduce((sum, each) => sum + (middle - each) ** 3, 0)
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5)
}
