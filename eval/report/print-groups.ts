import type { ScoredCases } from '../score/score-cases.ts'
import { figureCells, figureHeads } from './estimate-cell.ts'

/** A table by kind and style, then every question whose gold norms are not all among the first ten. */
export function printGroups({ cases, groups }: ScoredCases): string {
  const rows = Object.entries(groups).map(([name, figures]) =>
    [name.padEnd(24), String(figures.recallAt5.n).padStart(4), figureCells(figures)].join('  '),
  )
  const misses = cases
    .filter(({ scores }) => scores.recallAt10 < 1)
    .map(({ id, question, gold, found }) =>
      [
        `${id}  ${question.slice(0, 110)}`,
        `    missing: ${gold.filter((norm) => !found.includes(norm)).join(', ')}`,
        `    first: ${found.slice(0, 3).join(', ')}`,
      ].join('\n'),
    )
  return [
    ['group'.padEnd(24), '   n', figureHeads].join('  '),
    ...rows,
    '',
    `Misses (not all essential norms among the first ten): ${misses.length} of ${cases.length}`,
    ...misses,
  ].join('\n')
}
