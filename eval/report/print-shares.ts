import type { Share } from '../score/wilson.ts'

/** Shares under each other, each with its 95 % interval; where there is nothing to count, none. */
export function printShares(rows: { name: string; share: Share }[]): string {
  return rows
    .filter(({ share: { n } }) => n > 0)
    .map(({ name, share: { hits, n, share, low, high } }) => {
      const figures = `${percent(share)} (${percent(low)} … ${percent(high)})`
      return `${name.padEnd(40)}${`${hits} of ${n}`.padEnd(14)}${figures}`
    })
    .join('\n')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
