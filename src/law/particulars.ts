import type { Day } from './day.ts'

/** What a ruling, decree or paper says of itself: the facts of its header, as written there. */
export interface Particulars {
  /** Court or authority: `Bundesverwaltungsgericht`, `Ministerium für …`. */
  issuer: string | null
  /** What it calls itself: `Urteil`, `Beschluss`, `Erlass`, `Rundschreiben`. */
  kindName: string | null
  /** Its own Aktenzeichen, first the main one. */
  fileNumbers: string[]
  issuedOn: Day | null
  ecli: string | null
  addressees: string[]
  subject: string | null
  /** Last day on which it applies by its own words. */
  validUntil: Day | null
  /** Norms it names as its subject (Normenkette), as written. */
  norms: string[]
  relations: Relation[]
}

/** What one document does to another, in the words of the one. */
export interface Relation {
  kind: 'amends' | 'replaces' | 'repeals' | 'implements'
  /** The words that name the other: `Erlass vom 3.5.2019 – 15-39.06.01`. */
  text: string
  fileNumber: string | null
  issuedOn: Day | null
  /** Known only where somebody said which document is meant. */
  documentId: string | null
}
