import type { Rank } from './document.ts'
import type { Span } from './document-text.ts'

/** Sources that say different things of one matter, side by side in the order of their ranks. Nothing decides between them. */
export interface Conflict {
  /** German sentences: that they differ, how their ranks stand, and who decides. */
  message: string
  sides: { rank: Rank; label: string; citation: number }[]
}

/** Something the question takes for given that the law says otherwise. Offsets are in the question. */
export interface Correction extends Span {
  /** The question's own words. */
  premise: string
  /** German: what is taken for given, and what the law says, in its words. */
  text: string
  citation: number
}
