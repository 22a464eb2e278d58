/** Highest rate (lowest share) that n questions without one failure leave possible at 95 %: exact, one-sided. */
export function boundWithoutEvent(n: number): number {
  return n === 0 ? 1 : 1 - 0.05 ** (1 / n)
}
