import type { ComparedRankings } from '../score/compare-rankings.ts'
import { differenceCells, figureCells, figureHeads } from './estimate-cell.ts'

const NAME = 26

/** Ways of ranking with their figures, and below each what it has more (+) or less than the first, in pairs. */
export function printComparison(title: string, compared: ComparedRankings[]): string {
  const rows = compared.flatMap(({ name, figures, difference }, place) => [
    `${name.padEnd(NAME)}  ${figureCells(figures)}`,
    ...(place === 0 ? [] : [`${'  against the first'.padEnd(NAME)}  ${differenceCells(difference)}`]),
  ])
  return [`${title.padEnd(NAME)}  ${figureHeads}`, ...rows].join('\n')
}
