import jstat from 'jstat'

/** The same questions answered twice, each right or wrong. */
export interface Discordant {
  /** Right in the first run alone, and in the second alone. */
  onlyFirst: number
  onlySecond: number
}

/** Two-sided p of McNemar's exact test: whether as lopsided a split of the discordant pairs comes about by chance. */
export function mcnemarExact({ onlyFirst, onlySecond }: Discordant): number {
  const pairs = onlyFirst + onlySecond
  if (pairs === 0) return 1
  return Math.min(1, 2 * jstat.binomial.cdf(Math.min(onlyFirst, onlySecond), pairs, 0.5))
}
