import type { Answer } from './answer.ts'
import { type Day, germanDay } from './day.ts'

/** What is known of how an answer was checked. Facts instead of a likelihood, which nobody could check. */
export interface Facts {
  verified: number
  removed: number
  conflicts: number
  asOf: Day
  /** Day of the newest text in the collection; null where it is empty. */
  freshest: Day | null
  /** The same in German, one line. */
  line: string
}

/** Facts of an answer, counted from what it shows. */
export function factsOf({
  claims,
  removed,
  conflicts,
  asOf,
  sources: { freshest },
}: Pick<Answer, 'claims' | 'removed' | 'conflicts' | 'asOf' | 'sources'>): Facts {
  const counts = { verified: claims.length, removed: removed.length, conflicts: conflicts.length }
  const line = [
    `${counted(counts.verified, 'Aussage', 'Aussagen')} geprüft, ${counts.removed === 0 ? 'keine' : counts.removed} entfernt`,
    `Stichtag ${germanDay(asOf)}`,
    `neueste Quelle ${freshest === null ? 'unbekannt' : `vom ${germanDay(freshest)}`}`,
    counts.conflicts === 0
      ? 'kein Widerspruch zwischen Quellen gefunden'
      : `${counted(counts.conflicts, 'Widerspruch', 'Widersprüche')} zwischen Quellen`,
  ].join(' · ')
  return { ...counts, asOf, freshest, line: `Fakten: ${line}.` }
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? `Keine ${one}` : count === 1 ? `1 ${one}` : `${count} ${many}`
}
