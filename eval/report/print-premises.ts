import type { PremisesReport } from '../premises/evaluate-premises.ts'

/** The table of premises and conflicts, each share with its 95 % interval, and what is to be read below it. */
export function printPremises({ rows, wrong }: PremisesReport): string {
  const table = rows.map(({ name, share: { hits, n, share, low, high } }) => {
    const figures = `${percent(share)} (${percent(low)} … ${percent(high)})`
    return `${name.padEnd(40)}${`${hits} of ${n}`.padEnd(14)}${figures}`
  })
  const read = wrong.map(({ what, question, found }) => [`${what}: ${question}`, ...found.map((each) => `    ${each}`)])
  return [...table, '', ...read.flat()].join('\n')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
