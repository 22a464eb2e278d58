import jstat from 'jstat'

/** A share with the exact 95 % interval of Clopper and Pearson (1934): never too narrow, also for none or all of few. */
export interface ExactShare {
  hits: number
  n: number
  low: number
  high: number
}

export function exactShare(hits: number, n: number): ExactShare {
  return {
    hits,
    n,
    low: hits === 0 ? 0 : jstat.beta.inv(0.025, hits, n - hits + 1),
    high: hits === n ? 1 : jstat.beta.inv(0.975, hits + 1, n - hits),
  }
}
