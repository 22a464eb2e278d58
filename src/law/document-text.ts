import type { Day } from './day.ts'
import type { Document } from './document.ts'
import type { PageMark } from './page-mark.ts'

/** Half-open range of UTF-16 code units in a norm's canonical text. */
export interface Span {
  start: number
  end: number
}

/** One step of the outline a norm stands under: `Kapitel 2` / `Einreise und Aufenthalt im Bundesgebiet`. */
export interface OutlineStep {
  label: string
  title: string | null
}

/** A structural part of a norm: Absatz, Randnummer of a ruling, Nummer, Buchstabe … Units nest by their spans, in document order. */
export interface Unit extends Span {
  kind: 'absatz' | 'randnummer' | 'nummer' | 'buchstabe' | 'doppelbuchstabe' | 'item'
  /** `1`, `3a`, `b`, `aa`; without brackets and full stops. */
  number: string
}

/** A Satz, counted from 1 within its Absatz (within the norm, where there is no Absatz). */
export interface Sentence extends Span {
  /** Number of the Absatz (`5b`), or null. */
  paragraph: string | null
  number: number
}

/** Something of the publisher's that text cannot carry in full. */
export interface Attachment {
  kind: 'image' | 'file' | 'formula'
  /** File name as the publisher gives it; null where it gives none. */
  name: string | null
  at: number
}

/**
 * One norm with its canonical text. `norm` is how the publisher names it (`§ 18g`, `Art 6`, `Anlage`), null for
 * unnamed parts. `key` is unique within one version and stable across versions: the name, or the name with
 * ` (2)`, ` (3)` … where the publisher repeats it.
 */
export interface Norm {
  key: string
  /** `part`: Leitsatz, Tenor, Gründe of a ruling; a numbered or headed section of a decree or paper. */
  kind: 'norm' | 'annex' | 'front' | 'closing' | 'part'
  norm: string | null
  heading: string | null
  outline: OutlineStep[]
  /** Canonical text: blocks separated by `\n`, white space folded, tables as ` | `-separated rows. Empty where repealed. */
  text: string
  units: Unit[]
  sentences: Sentence[]
  /** Where tables stand in the text. */
  tables: Span[]
  attachments: Attachment[]
  /** Official footnotes and the publisher's notes; not part of the law's text. */
  footnotes: string[]
  /** The publisher marks it `(weggefallen)` or the like. */
  repealed: boolean
  /** Of a paged document, in order. */
  pages?: PageMark[]
}

/** A dated text of a whole work (law, ruling, decree, paper) as parsed from its bytes. */
export interface DocumentText {
  document: Document
  /** The publisher's amendment notes, in order: `Stand: zuletzt geändert durch …`. */
  status: { kind: string; comment: string }[]
  /**
   * Day from which the text holds, where the text or its publisher states it (day of a ruling or decree, "in Kraft ab"):
   * it is that text's day, and counts as official. Absent: the day on which it was seen.
   */
  inForceFrom?: Day
  /** Footnotes of the law as a whole. */
  footnotes: string[]
  norms: Norm[]
}

/** A law's text as observed on a day: what one file of a source says. */
export interface Observation {
  day: Day
  /** SHA-256 of the publisher's bytes, hex. */
  sourceSha256: string
  /** Address or path the bytes came from. */
  origin: string
  /** `official`: a source states the day. Absent: it is the day on which the text was seen. */
  basis?: 'observed' | 'official'
  /**
   * True where these bytes are read once more: staff corrected their header, or a newer Fundstelle reads them. What they were
   * read as before no longer counts.
   */
  rereads?: boolean
}
