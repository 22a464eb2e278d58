import type { VariantDrop } from '../run/rank-variants.ts'
import { differenceCells, figureHeads } from './estimate-cell.ts'

const NAME = 26

/** What is lost (+) when questions are typed otherwise. */
export function printVariants(drops: VariantDrop[]): string {
  const rows = drops.map(({ kind, drop, questions }) => {
    const variants = questions.reduce((sum, question) => sum + question.variants.length, 0)
    return [`${kind}, ${variants} of ${questions.length}`.padEnd(NAME), differenceCells(drop)].join('  ')
  })
  return [`${'drop (goal: at most 0.05)'.padEnd(NAME)}  ${figureHeads}`, ...rows].join('\n')
}
