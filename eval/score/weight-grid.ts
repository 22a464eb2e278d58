/** Every combination of the values given for each weight; the last weight changes fastest. */
export function weightGrid<Weights extends object>(values: { [Weight in keyof Weights]: number[] }): Weights[] {
  const weights = Object.entries(values) as [keyof Weights, number[]][]
  return weights.reduce<Weights[]>(
    (grid, [weight, candidates]) =>
      grid.flatMap((point) => candidates.map((candidate) => ({ ...point, [weight]: candidate }))),
    [{} as Weights],
  )
}
