import type { RetrievalReport } from '../evaluate-retrieval.ts'
import type { Estimate } from '../score/bootstrap.ts'

/** The report as text: a table by group with 95 % bootstrap intervals, then every question whose gold norms are not all in the ten. */
export function printRetrieval(report: RetrievalReport): string {
  const rows = Object.entries(report.groups).map(([name, { recallAt5, recallAt10, reciprocalRank }]) =>
    [name.padEnd(24), String(recallAt5.n).padStart(4), cell(recallAt5), cell(recallAt10), cell(reciprocalRank)].join(
      '  ',
    ),
  )
  const head = ['group'.padEnd(24), '   n', 'recall@5'.padEnd(18), 'recall@10'.padEnd(18), 'MRR'].join('  ')
  const misses = report.cases
    .filter(({ scores }) => scores.recallAt10 < 1)
    .map(({ id, question, gold, found }) =>
      [
        `${id}  ${question.slice(0, 110)}`,
        `    missing: ${gold.filter((norm) => !found.includes(norm)).join(', ')}`,
        `    first: ${found.slice(0, 3).join(', ')}`,
      ].join('\n'),
    )
  return [
    head,
    ...rows,
    '',
    `Misses (not all essential norms among the first ten): ${misses.length} of ${report.cases.length}`,
    ...misses,
  ].join('\n')
}

function cell({ mean, low, high }: Estimate): string {
  return `${mean.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`.padEnd(18)
}
