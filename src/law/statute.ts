import type { Day } from './day.ts'
import type { Document } from './document.ts'

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

/** A structural part of a norm: Absatz, Nummer, Buchstabe … Units nest by their spans, in document order. */
export interface Unit extends Span {
  kind: 'absatz' | 'nummer' | 'buchstabe' | 'doppelbuchstabe' | 'item'
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
  kind: 'norm' | 'annex' | 'front' | 'closing'
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
}

/** A dated text of a whole law as parsed from the publisher's bytes. */
export interface StatuteText {
  document: Document
  /** The publisher's amendment notes, in order: `Stand: zuletzt geändert durch …`. */
  status: { kind: string; comment: string }[]
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
}
