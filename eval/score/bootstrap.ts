import { seededRandom } from '../seeded-random.ts'

/** A mean with its 95 % percentile bootstrap interval (Efron, Tibshirani 1993); one value per question. */
export interface Estimate {
  mean: number
  low: number
  high: number
  n: number
}

const RESAMPLES = 10_000

/** Deterministic: the same values give the same interval. */
export function bootstrapMean(values: number[], seed = 20_261_123): Estimate {
  const n = values.length
  if (n === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, n }
  const random = seededRandom(seed)
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0
    for (let draw = 0; draw < n; draw += 1) sum += values[Math.floor(random() * n)] ?? 0
    return sum / n
  }).toSorted((a, b) => a - b)
  const at = (share: number) => means[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN
  return { mean: values.reduce((sum, value) => sum + value, 0) / n, low: at(0.025), high: at(0.975), n }
}
