import type { GateResult } from './hold-gate.ts'

/** The verdict for the person at the terminal, what failed first. */
export function printGate({ thresholds, losses, failed, passed }: GateResult): string {
  const held = thresholds.filter((each) => each.passed)
  return [
    passed ? 'BESTANDEN' : 'NICHT BESTANDEN',
    ...thresholds.flatMap(({ fault }) => (fault === null ? [] : [`  Schwelle verfehlt: ${fault}`])),
    ...losses.map((loss) => `  Schlechter als zuletzt: ${loss}`),
    ...(failed.length > 0 ? [`  Ohne Antwort geblieben: ${failed.join(', ')}`] : []),
    ...held.map(({ threshold: { metric, sign, value } }) => `  erfüllt: ${metric} ${sign} ${value}`),
  ].join('\n')
}
