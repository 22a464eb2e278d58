import type { Day } from './day.ts'
import type { Span } from './document-text.ts'

/** One norm, or part of one, that a text refers to. `text.slice(start, end)` is the words of the reference. */
export interface Reference extends Span {
  kind: 'norm' | 'law' | 'case'
  /** The words themselves. */
  text: string
  /** As the publisher names it: `§ 25b`, `Art 6`, `Anlage 1`; null where only a law or an Aktenzeichen is named. */
  norm: string | null
  paragraph: string | null
  sentence: number | null
  /** Nummer, Buchstabe, Doppelbuchstabe below the Absatz: `['2', 'a']`. */
  path: string[]
  /** The law as written (`AufenthG`, `Asylgesetzes`), null where none is written: then it is the text's own law. */
  law: string | null
  /** Aktenzeichen or ECLI of a decision, where `kind` is `case`; `paragraph` is then the Randnummer. */
  caseNumber: string | null
  /** Court of a decision as cited (`BVerwG`), and its day, where they are written with it. */
  court?: string
  decidedOn?: Day
  /**
   * End of a range, on the level at which the reference ends: `§§ 27 bis 36a` → `§ 36a`, `§ 5 Abs. 1 bis 3` → `3`.
   * Absent where there is no range.
   */
  to?: string
  /** `f.`: the next one too; `ff.`: the following ones, without saying how many. */
  following?: 'f' | 'ff'
}
