import type { RefusalGroup } from '../extracts/evaluate-refusals.ts'
import type { Share } from '../score/wilson.ts'

/** Shares refused, with 95 % Wilson intervals; `clear` are those for which no model is asked either. */
export function printRefusals(groups: RefusalGroup[]): string {
  const rows = groups.map(({ name, refused, clear }) =>
    [name.padEnd(30), cell(refused), cell(clear)].join('').trimEnd(),
  )
  return [`${'group'.padEnd(30)}${'refused'.padEnd(34)}clear`, ...rows].join('\n')
}

function cell({ hits, n, share, low, high }: Share): string {
  return `${hits} of ${n}`.padEnd(12) + `${percent(share)} (${percent(low)} … ${percent(high)})`.padEnd(22)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
