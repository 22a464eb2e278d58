import type { ExtractReport } from '../extracts/evaluate-extracts.ts'
import type { ExtractScore } from '../score/score-extract.ts'

/** Shares with 95 % Wilson intervals; with `misses` also every question that is not answered as it should be. */
export function printExtracts({ figures, scores }: ExtractReport, misses: boolean): string {
  const rows = Object.entries(figures).map(([name, { hits, n, share, low, high }]) =>
    [name.padEnd(32), `${hits} of ${n}`.padEnd(12), `${percent(share)} (${percent(low)} … ${percent(high)})`].join(''),
  )
  if (!misses) return rows.join('\n')
  return [...rows, '', 'Misses', ...scores.filter(isMiss).map(missLines)].join('\n')
}

function isMiss({ answerable, refused, norms, quotes }: ExtractScore): boolean {
  return answerable ? norms.cited.length < norms.gold.length || quotes.found < quotes.gold : !refused
}

function missLines({ id, question, answerable, refused, reason, norms, quotes, claims }: ExtractScore): string {
  const missing = norms.gold.filter((norm) => !norms.cited.includes(norm))
  const fault = refused
    ? `refused (${reason})`
    : `${claims.onQuote}/${claims.all} sentences, ${quotes.found}/${quotes.gold} quotes`
  return [
    `${id}  ${question.slice(0, 110)}`,
    `    ${answerable ? fault : 'answered, statutes cannot'}${missing.length > 0 ? `; not cited: ${missing.join(', ')}` : ''}`,
  ].join('\n')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`
}
