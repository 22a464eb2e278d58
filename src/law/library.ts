import type { Day } from './day.ts'
import type { Document, DocumentSummary, ValidBasis } from './document.ts'
import type { Attachment, OutlineStep, Span, Unit } from './document-text.ts'

/** One norm's whole text as it was in force on a day. */
export interface NormText {
  document: DocumentSummary
  key: string
  norm: string | null
  /** `§ 18g AufenthG`. */
  label: string
  heading: string | null
  outline: OutlineStep[]
  text: string
  /** SHA-256 of `text` (UTF-8), hex; citations carry the same. */
  sha256: string
  units: Unit[]
  tables: Span[]
  attachments: Attachment[]
  footnotes: string[]
  repealed: boolean
  passages: { id: string; label: string; paragraph: string | null; start: number; end: number }[]
  validFrom: Day
  validTo: Day | null
  validBasis: ValidBasis
  /** SHA-256 of the publisher's bytes of the version in force that day. */
  sourceSha256: string
  fetchedOn: Day
  url: string
  urlShows: 'this_version' | 'current_version'
}

/** Looking a norm up is answered with a value, never an exception. */
export type NormLookup =
  | { found: true; norm: NormText }
  | { found: false; reason: 'unknown_document' | 'unknown_norm' }
  /** The norm exists, but not on that day: it begins on `from`; `until` is the end of it, or its last end before the day. */
  | { found: false; reason: 'not_yet' | 'no_longer'; from: Day; until: Day | null }

/** One stretch of time during which a norm's text did not change. */
export interface NormPeriod {
  validFrom: Day
  validTo: Day | null
  sha256: string
  heading: string | null
  repealed: boolean
  text: string
}

/** A document whose words are nearly those of another. */
export interface NearDuplicate {
  documentId: string
  abbreviation: string
  title: string
  /** Estimated Jaccard similarity of their 5-word shingles, 0 to 1. */
  similarity: number
  /** The same text once more (PDF and Word, forwarded): only one of the two answers. */
  isSame: boolean
}

/** A document with the versions that are stored of it, oldest first. */
export interface DocumentHistory {
  document: Document
  nearDuplicates: NearDuplicate[]
  versions: {
    validFrom: Day
    validTo: Day | null
    validBasis: ValidBasis
    sourceSha256: string
    origin: string
    fetchedOn: Day
    status: { kind: string; comment: string }[]
    /** Norms whose text differs from the version before. */
    changedNorms: number
  }[]
}

/** Which embedding model's vectors answer, and how far those of the configured one are where that is another. */
export interface EmbeddingState {
  model: string
  /** Counts passages; `message` says the same in German. */
  next: { model: string; done: number; total: number; message: string } | null
}

/** How fresh what we have of one publisher is. */
export interface SourceState {
  publisher: string
  /** For people. */
  name: string
  /** When it was last asked with success, or run over to the end; ISO 8601. */
  checkedAt: string | null
  documents: number
  versions: number
  passages: number
  /** Newest version day of any document. */
  freshest: Day | null
  /** Last time the source was asked, successfully or not; ISO 8601. */
  lastRunAt: string | null
  lastRunFailed: number
  invented: boolean
}
