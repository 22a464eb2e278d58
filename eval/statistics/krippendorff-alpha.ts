export type Scale = 'nominal' | 'ordinal'

/**
 * Krippendorff's α of how far reviewers agree (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability): 1 for
 * full agreement, 0 for what chance would give. `units` holds the values that each thing was given, as places in the
 * order of `categories` many; things that fewer than two judged tell nothing and are left out. NaN where nothing was
 * judged twice or all values are alike.
 */
export function krippendorffAlpha(units: number[][], categories: number, scale: Scale): number {
  const pairable = units.filter(({ length }) => length > 1)
  const counts = pairable.map((values) => countEach(values, categories))
  const totals = countEach(pairable.flat(), categories)
  const distance = scale === 'nominal' ? apart : ordinalDistance(totals)
  const n = pairable.flat().length
  const observed = sum(counts.map((count) => disagreement(count, distance) / (sum(count) - 1)))
  const expected = disagreement(totals, distance) / (n - 1)
  return expected > 0 ? 1 - observed / expected : Number.NaN
}

type Distance = (a: number, b: number) => number

function countEach(values: number[], categories: number): number[] {
  return Array.from({ length: categories }, (_, category) => values.filter((value) => value === category).length)
}

/** Sum over all ordered pairs of values of how far they are apart. */
function disagreement(counts: number[], distance: Distance): number {
  return sum(counts.flatMap((first, a) => counts.map((second, b) => first * second * distance(a, b))))
}

function apart(a: number, b: number): number {
  return a === b ? 0 : 1
}

/** Squared: how many values lie between two, the two themselves counted half. */
function ordinalDistance(totals: number[]): Distance {
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    return (sum(totals.slice(low, high + 1)) - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
