/** A share with its 95 % interval (Wilson 1927), which holds near 0 and 1 too. */
export interface Share {
  hits: number
  n: number
  share: number
  low: number
  high: number
}

const z = 1.959964

/** The share of `hits` among `n`; all figures NaN where `n` is 0. */
export function shareOf(hits: number, n: number): Share {
  const share = hits / n
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return { hits, n, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
