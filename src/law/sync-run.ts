import type { Day } from './day.ts'

/** `stopped`: the deletion guard asks a person; the rest of the run is done. */
export const syncStates = ['waiting', 'running', 'done', 'stopped', 'failed'] as const
export type SyncState = (typeof syncStates)[number]

/** `kept`: no longer listed, but the run was stopped before withdrawing it. `returned`: withdrawn by an earlier run, listed again. */
export const syncOutcomes = ['added', 'changed', 'withdrawn', 'returned', 'kept', 'failed'] as const
type SyncOutcome = (typeof syncOutcomes)[number]

/** What became of one text or document in a run; what stayed as it was is only counted. */
export interface SyncItem {
  origin: string
  slug: string
  documentId: string | null
  /** What a citation calls it; null where the text was not read. */
  label: string | null
  day: Day | null
  outcome: SyncOutcome
  /** German: why it failed, was withdrawn or kept. */
  reason: string | null
  /** Names of the norms that differ from the version before. */
  norms: { added: string[]; changed: string[]; removed: string[] } | null
}

/** One run over one source. Days and times in ISO 8601. */
export interface SyncRun {
  id: string
  source: string
  /** For people; null until the source was opened. */
  name: string | null
  publisher: string | null
  state: SyncState
  trigger: 'person' | 'schedule'
  /** Every text was read anew, although its file was unchanged. */
  again: boolean
  createdAt: string
  startedAt: string | null
  endedAt: string | null
  /** Items the source listed; null until then. */
  items: number | null
  counts: Record<SyncOutcome | 'unchanged', number>
  /** German: what the reader should know, e.g. that the list was not whole. */
  note: string | null
  /** German: why the run as a whole failed or stopped. */
  failure: string | null
  confirmedBy: string | null
  confirmedAt: string | null
}

/** What carrying a stopped run out came to. `superseded`: a newer run of the source knows better. */
export type ConfirmOutcome = { kind: 'done'; withdrawn: number } | { kind: 'unknown' | 'not_stopped' | 'superseded' }
