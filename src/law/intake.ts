import type { Correction, HeaderCorrection, HeaderField, JudgedRelation, RelationVerdict } from './correction.ts'
import type { Day } from './day.ts'
import type { RelationProblem } from './decrees-to-check.ts'
import type { NearDuplicate } from './library.ts'
import type { Relation } from './particulars.ts'

/**
 * The way of an uploaded file: received, checked for viruses (`scanned`), read, then a draft that staff look at, or
 * refused; published, and withdrawn again. `unpacked`: an archive, whose files are uploads of their own.
 */
export const uploadStates = [
  'received',
  'scanned',
  'reading',
  'draft',
  'refused',
  'unpacked',
  'published',
  'withdrawn',
] as const
export type UploadState = (typeof uploadStates)[number]

/** Nothing more happens by itself. */
export function isSettled(state: UploadState): boolean {
  return state !== 'received' && state !== 'scanned' && state !== 'reading'
}

export interface Upload {
  id: string
  sha256: string
  /** For staff alone: it may name people. */
  fileName: string
  bytes: number
  /** Pseudonym. */
  uploadedBy: string
  /** ISO 8601. */
  uploadedAt: string
  /** The mail or archive it came in. */
  parent: string | null
  state: UploadState
  /** How many of the scanned pages are read. */
  page: number | null
  pages: number | null
  /** German: why it was refused and what to do. */
  reason: string | null
  /** German: what the person who handed it in should know. */
  notes: string[]
  /** From the draft on; nobody else can get it. */
  documentId: string | null
  /** True where staff corrected it after it was published: readers still see it as it was. */
  isAhead: boolean
}

/** `staff`: a person said so; `none`: nothing was found. Nothing of low certainty is filled in. */
export type FieldCertainty = 'staff' | 'high' | 'medium' | 'low' | 'none'

type FieldValue = Exclude<HeaderCorrection[HeaderField], undefined> | null

export interface RecognisedField {
  /** What will be published. */
  value: FieldValue
  certainty: FieldCertainty
  /** Of low certainty: what it may be. */
  suggestion: FieldValue
  /** The words it was read from. */
  words: string | null
}

export interface PreviewedRelation extends Relation {
  meant: { documentId: string; abbreviation: string }[]
  problem: RelationProblem | null
  message: string | null
  /** What staff said of it; null: nothing. */
  verdict: RelationVerdict['verdict'] | null
}

/** What a draft would be once it is published. */
export interface UploadPreview {
  upload: Upload
  fields: Record<HeaderField, RecognisedField>
  /** How it will be cited, and from when. */
  abbreviation: string
  validFrom: Day
  sections: {
    key: string
    heading: string | null
    /** As printed, where it is. */
    page: string | null
    passages: { text: string; paragraph: string | null; page: string | null }[]
  }[]
  /** Stored documents that read alike. */
  nearDuplicates: NearDuplicate[]
  /** What it does to others by its own words, and whom it means. */
  relations: PreviewedRelation[]
  /** What it may do to others, but does not: recognised with low certainty, or rejected by staff. */
  possibleRelations: PreviewedRelation[]
  /** Against the document it replaces, section by section; null where it replaces none. */
  difference: { section: string; places: string[] }[] | null
}

export const ingestEventKinds = ['uploaded', 'corrected', 'published', 'withdrawn', 'undone'] as const

/** Who did what; never changed. */
export interface IngestEvent {
  id: number
  /** ISO 8601. */
  at: string
  /** Pseudonym. */
  by: string
  kind: (typeof ingestEventKinds)[number]
  documentId: string
  reason: string | null
  before: Correction | null
  after: Correction | null
  /** Of `undone`: which event. */
  undoes: number | null
}

/** A correction of a folder's paper, and the source that it was read from: it takes effect when that is run over next. */
export interface CorrectedPaper {
  event: IngestEvent
  /** As on the command line; null where it was fed without a run. */
  source: string | null
}

/** What staff can do with papers. Each throws IntakeError with a German message where it cannot be done. */
export interface Intake {
  /** Stores a file while it arrives, then reads it in the background. The same bytes again: what there is already. */
  receive(
    body: AsyncIterable<Uint8Array>,
    facts: { fileName: string; by: string },
  ): Promise<{ upload: Upload; isNew: boolean }>
  /** The newest first. */
  list(): Promise<Upload[]>
  find(id: string): Promise<Upload | null>
  preview(id: string): Promise<UploadPreview>
  correct(id: string, correction: HeaderCorrection, by: string): Promise<Upload>
  /** The same of a paper that was read from a folder, by its document. */
  correctPaper(documentId: string, correction: HeaderCorrection, by: string): Promise<CorrectedPaper>
  /** Accepts or rejects what it was recognised to do to another; of a published paper with effect at once. */
  judge(id: string, relation: JudgedRelation, by: string): Promise<Upload>
  /** Makes it a document that answers, with what staff said last. Twice is as good as once. */
  publish(id: string, replaces: string | null, by: string): Promise<Upload>
  /** Removes what was never published, file and all. */
  discard(id: string): Promise<void>
  withdraw(documentId: string, reason: string, by: string): Promise<IngestEvent>
  /** Takes back the last step that was not taken back yet. */
  undo(documentId: string, by: string): Promise<IngestEvent>
  /** The oldest first. */
  history(documentId: string): Promise<IngestEvent[]>
}

export type IntakeFault = 'unknown' | 'too_large' | 'unusable' | 'not_now' | 'no_space'

/** Thrown where staff ask for what cannot be done; the message is German and says what to do instead. */
export class IntakeError extends Error {
  override readonly name = 'IntakeError'
  readonly fault: IntakeFault

  constructor(fault: IntakeFault, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.fault = fault
  }
}
