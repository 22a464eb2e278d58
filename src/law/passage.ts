import type { Day } from './day.ts'
import type { DocumentSummary, ValidBasis } from './document.ts'
import type { OutlineStep, Sentence, Span } from './document-text.ts'
import type { PageMark } from './page-mark.ts'

/** A passage as cut from a norm, before it is stored. Never crosses the boundary of its unit. */
export interface CutPassage extends Span {
  /** Absatz, Randnummer or section number; null where there is none. */
  paragraph: string | null
  /** Nummern below the Absatz where a long one was cut: `['3']`; empty for a whole Absatz. */
  path: string[]
  /** The sentences that lie, in whole or in part, in the passage; offsets in the norm's text, clipped to the passage. */
  sentences: Sentence[]
}

/**
 * Why a passage was found, and at which rank each way of searching had it, with what that way gave it: the cosine of
 * `vector`, the BM25 of `text` and `asked`. Contract: `why` of a hit.
 */
export interface Why {
  by: 'text' | 'vector' | 'reference' | 'asked' | 'cited' | 'defined' | 'implements' | 'list' | 'rerank'
  rank?: number
  score?: number
}

/** A stored passage as it was in force on the day asked. Offsets are UTF-16 code units in the norm's canonical text. */
export interface Passage extends Span {
  id: string
  document: DocumentSummary
  territory: string
  normKey: string
  norm: string | null
  paragraph: string | null
  path: string[]
  heading: string | null
  outline: OutlineStep[]
  /** `§ 18g Abs. 1 AufenthG`; in the demonstration collection it says that it is invented. */
  label: string
  /** Where in its norm's text the pages of a paged document begin; empty where there are none. */
  pages: PageMark[]
  text: string
  /** SHA-256 of the norm's canonical text (UTF-8), hex: the text the offsets count in. */
  normSha256: string
  /** SHA-256 of `text` (UTF-8), hex. */
  sha256: string
  sentences: Sentence[]
  repealed: boolean
  validFrom: Day
  validTo: Day | null
  validBasis: ValidBasis
  /** Official deep link. */
  url: string
  urlShows: 'this_version' | 'current_version'
}

/** A passage with its place in a ranking. `score` is only comparable within one answer. */
export interface RankedPassage extends Passage {
  rank: number
  score: number
  why: Why[]
}
