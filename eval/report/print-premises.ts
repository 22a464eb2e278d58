import type { PremisesReport } from '../premises/evaluate-premises.ts'
import { printShares } from './print-shares.ts'

/** The table of premises and conflicts, and below it what is to be read. */
export function printPremises({ rows, wrong }: PremisesReport): string {
  const read = wrong.flatMap(({ what, question, found }) => [
    `${what}: ${question}`,
    ...found.map((each) => `    ${each}`),
  ])
  return [printShares(rows), '', ...read].join('\n')
}
