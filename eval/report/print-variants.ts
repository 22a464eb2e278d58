import type { VariantDrop } from '../run/rank-variants.ts'
import { differenceCells, figureHeads } from './estimate-cell.ts'

const NAME = 26

/** What is lost (+) when questions are typed otherwise. */
export function printVariants(drops: VariantDrop[]): string {
  const rows = drops.map(({ kind, variants, drop }) =>
    [`${`${kind}, ${variants} of ${drop.recallAt5.n}`.padEnd(NAME)}`, differenceCells(drop)].join('  '),
  )
  return [`${'drop (goal: at most 0.05)'.padEnd(NAME)}  ${figureHeads}`, ...rows].join('\n')
}
