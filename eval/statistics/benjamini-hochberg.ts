/**
 * Adjusted p values of many comparisons, in their order (Benjamini and Hochberg 1995): among those at or below a rate,
 * no more than that share are expected to be chance.
 */
export function adjustForMany(pValues: number[]): number[] {
  const order = pValues.map((p, place) => ({ p, place })).toSorted((a, b) => b.p - a.p)
  const adjusted: number[] = Array.from({ length: pValues.length })
  let least = 1
  for (const [index, { p, place }] of order.entries()) {
    least = Math.min(least, (p * pValues.length) / (pValues.length - index))
    adjusted[place] = least
  }
  return adjusted
}
