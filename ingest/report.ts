import type { Day } from '../src/law/day.ts'
import type { IgnoredFile } from './sources/source.ts'

export type ItemOutcome = 'added' | 'changed' | 'unchanged' | 'failed'

/** One norm before and after, as the readable difference shows it. Null: it was not there, or is no longer. */
export interface NormDifference {
  /** As a citation names it: `§ 18g`, `Anlage 1`. */
  norm: string
  before: string | null
  after: string | null
}

/** What became of one dated text of one law. */
export interface ItemReport {
  slug: string
  day: Day
  /** `added`: the law is new here; `changed`: another version of a law we have. */
  outcome: ItemOutcome
  /** What a citation calls the law (`AufenthG`); absent where the text was not read. */
  abbreviation?: string
  /** Why it failed, in German, with what to do. */
  reason?: string
  /** The publisher says that it has no such document (404, 410). */
  gone?: true
  /** Names of the norms that differ from the version before. */
  norms?: { added: string[]; changed: string[]; removed: string[] }
  /** What was written; zero in a dry run. */
  passages?: { written: number; embedded: number }
  /** Only in a dry run and for a changed law. */
  differences?: NormDifference[]
}

/** What one run did. Shape of `--json`; fields may be added, never renamed. */
export interface IngestReport {
  source: string
  dryRun: boolean
  counts: Record<ItemOutcome, number>
  items: ItemReport[]
  ignored: IgnoredFile[]
  tookMs: number
}

/** The report of a run from its items; `tookMs` in wall time. */
export function summarise(
  run: { source: string; dryRun: boolean; ignored: IgnoredFile[]; tookMs: number },
  items: ItemReport[],
): IngestReport {
  const counts: Record<ItemOutcome, number> = { added: 0, changed: 0, unchanged: 0, failed: 0 }
  for (const { outcome } of items) counts[outcome] += 1
  return { source: run.source, dryRun: run.dryRun, counts, items, ignored: run.ignored, tookMs: run.tookMs }
}

/** 0: all fine, 1: something failed. 2 (usage) and 3 (nothing could be done) are decided before there is a report. */
export function exitCodeOf(reports: IngestReport[]): 0 | 1 {
  return reports.some(({ counts }) => counts.failed > 0) ? 1 : 0
}
