import type { Day } from './day.ts'
import type { DocumentKind } from './document.ts'

/** A decree or paper that has an Aktenzeichen somebody wrote, and whether it holds on the day. */
export interface NamedDecree {
  documentId: string
  kind: DocumentKind
  /** The Aktenzeichen as it is compared. Two decrees of one series may share it. */
  fileKey: string
  abbreviation: string
  territory: string
  holds: boolean
  begins: Day
  /** First day on which it applies no longer; null: it has no end. */
  endsOn: Day | null
  /** What ended it; null where it ran out by its own words, or goes on. */
  endedBy: { kind: 'replaces' | 'repeals'; abbreviation: string } | null
}
