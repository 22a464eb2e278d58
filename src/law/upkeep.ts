import type { ConfirmOutcome, SyncItem, SyncRun } from './sync-run.ts'

/** Something that must never be so in a whole collection. Nothing is missing where `count` is 0. */
export interface Gap {
  rule:
    | 'core_law_missing'
    | 'core_norm_unresolved'
    | 'core_numbering_gap'
    | 'document_without_passages'
    | 'passage_without_vector'
  /** German: what the rule says. */
  message: string
  count: number
  /** A few of those concerned, as a citation or a document's id names them. */
  examples: string[]
}

/** Whether the collection is whole, as of a state of it. */
export interface Completeness {
  corpusState: string
  complete: boolean
  gaps: Gap[]
}

/** How current one source is, by its last run and its last run that was carried out. */
export interface SourceFigures {
  source: string
  lastState: SyncRun['state']
  /** ISO 8601; null: never. */
  lastDoneAt: string | null
  failed: number
}

/** What an operator's monitor draws. */
export interface Figures {
  documents: number
  withdrawn: number
  passages: number
  revision: number
  queued: number
  sources: SourceFigures[]
}

/** Looking after the collection: what the API shows staff. */
export interface Upkeep {
  /** Newest first. */
  runs(limit: number): Promise<SyncRun[]>
  run(id: string): Promise<{ run: SyncRun; items: SyncItem[] } | null>
  /** Carries out what the deletion guard stopped; `by` is a pseudonym. */
  confirm(id: string, by: string): Promise<ConfirmOutcome>
  completeness(): Promise<Completeness>
  figures(): Promise<Figures>
}
