import type { ClassRow, VerifierReport } from '../verifier/evaluate-verifier.ts'

/** The table of the verifier's bench: false claims caught, then true statements lost, each with its 95 % interval. */
export function printVerifier({ caught, alarms }: VerifierReport): string {
  const falseRows = caught.filter(hasAny).map((row) => line(row, row.goal === null || row.share.share >= row.goal, '≥'))
  const trueRows = alarms.filter(hasAny).map((row) => line(row, row.goal === null || row.share.share <= row.goal, '≤'))
  return ['false claims caught', ...falseRows, '', 'true statements removed', ...trueRows].join('\n')
}

function line(
  { name, share: { hits, n, share, low, high }, marked, goal }: ClassRow,
  holds: boolean,
  sign: string,
): string {
  const figures = `${percent(share)} (${percent(low)} … ${percent(high)})`
  const wanted = goal === null ? '' : `goal ${sign} ${percent(goal)}${holds ? '' : ' MISSED'}`
  const marks = marked > 0 ? `, ${marked} marked` : ''
  return `${name.padEnd(30)}${`${hits} of ${n}${marks}`.padEnd(26)}${figures.padEnd(28)}${wanted}`.trimEnd()
}

function hasAny({ share: { n } }: ClassRow): boolean {
  return n > 0
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
