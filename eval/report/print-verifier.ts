import type { ClassRow, VerifierReport } from '../verifier/evaluate-verifier.ts'

/**
 * The table of the verifier's bench: false claims caught, then true statements lost, each with its 95 % interval, and beside
 * them what stays with a notice: an exception named, or a rule's objection (`doubted`).
 */
export function printVerifier({ caught, alarms }: VerifierReport): string {
  const falseRows = caught.filter(hasAny).map((row) => line(row, row.goal === null || row.share.share >= row.goal, '≥'))
  const trueRows = alarms.filter(hasAny).map((row) => line(row, row.goal === null || row.share.share <= row.goal, '≤'))
  return ['false claims caught', ...falseRows, '', 'true statements removed', ...trueRows].join('\n')
}

function line(
  { name, share: { hits, n, share, low, high }, named, doubted, goal }: ClassRow,
  holds: boolean,
  sign: string,
): string {
  const figures = `${percent(share)} (${percent(low)} … ${percent(high)})`
  const wanted = goal === null ? '' : `goal ${sign} ${percent(goal)}${holds ? '' : ' MISSED'}`
  const notices = [
    doubted > 0 ? `${doubted} doubted (${percent(doubted / n)})` : '',
    named > 0 ? `${named} exceptions named` : '',
  ]
    .filter(Boolean)
    .join(', ')
  const columns = [name.padEnd(30), `${hits} of ${n}`.padEnd(14), figures.padEnd(28), wanted.padEnd(24), notices]
  return columns.join('').trimEnd()
}

function hasAny({ share: { n } }: ClassRow): boolean {
  return n > 0
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
