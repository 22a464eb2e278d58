import jstat from 'jstat'

const alpha = 0.05
const power = 0.8

/**
 * The smallest true difference of two paired shares that a McNemar test of `n` pairs finds four times in five, where
 * `discordant` is the share of pairs that differ (Connor 1987). Null where no difference that these pairs allow is
 * found so surely.
 */
export function detectableShare(n: number, discordant: number): number | null {
  const [most, forPower] = [jstat.normal.inv(1 - alpha / 2, 0, 1), jstat.normal.inv(power, 0, 1)]
  const needed = (difference: number) =>
    (most * Math.sqrt(discordant) + forPower * Math.sqrt(discordant - difference ** 2)) ** 2 / difference ** 2
  if (n === 0 || discordant === 0 || needed(discordant) > n) return null
  let [low, high] = [0, discordant]
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2
    if (needed(middle) > n) low = middle
    else high = middle
  }
  return high
}

/** The same for means: from the half width of a 95 % interval of the paired difference. */
export function detectableMean(halfWidth: number): number {
  const [most, forPower] = [jstat.normal.inv(1 - alpha / 2, 0, 1), jstat.normal.inv(power, 0, 1)]
  return (halfWidth / most) * (most + forPower)
}
