import type { Evidence } from '../../../law/answer.ts'
import { bindsApart, bindsOtherwise, deniesOtherwise } from './other-binding.ts'
import { hasMeasure, otherNumber } from './other-number.ts'
import { type Pairing, pairSentences, type Sentence } from './pair-sentences.ts'

/** In what a sentence speaks against a text, and which sentence. */
export interface Contradiction {
  kind: 'number' | 'modality' | 'negation'
  evidence: Evidence
}

/** How much a text and a sentence share before one can speak against the other. */
export interface Likeness {
  /** Share of the text's matter that the sentence and its heading have. */
  recall: number
  /** Share of the sentence's closest stretch that the text has. */
  precision: number
  /** The same where they bind or deny otherwise, which is often one case of many. */
  ofBinding: number
  /** Who asks says `kann` loosely: then only `muss` speaks against a power, not `kann` against `soll`. */
  isLoose: boolean
}

/** The sentence's own share of the text's matter: a heading alone says nothing. */
const leastOwn = 0.3
/** A sentence that is nearly as close as the closest could be the one that is meant. */
const nearly = 0.85

/**
 * The sentences that share most of what a text is about, those the search ranked first coming first; none where
 * no sentence is.
 */
export function closestSentences(about: string[], sentences: Sentence[], { recall: least }: Likeness): Pairing[] {
  const pairings = pairSentences(about, sentences, least * nearly)
  const most = Math.max(0, ...pairings.map(({ recall }) => recall))
  if (most < least) return []
  return pairings
    .filter(({ recall }) => recall >= most * nearly)
    .toSorted((a, b) => a.evidence.passage.rank - b.evidence.passage.rank)
}

/**
 * What of the closest sentences speaks against a text: it gives another number of the same unit (and none of them gives
 * the text's), leaves open what the text says must be, or denies what it affirms. Null where nothing does.
 */
export function findContradiction(text: string, pairings: Pairing[], likeness: Likeness): Contradiction | null {
  for (const { evidence, own, precision, stretch } of pairings) {
    if (own < leastOwn || precision < likeness.precision) continue
    const other = otherNumber(text, evidence.text)
    if (other && !pairings.some((each) => hasMeasure(each.evidence, other.said))) return { kind: 'number', evidence }
    if (precision < likeness.ofBinding) continue
    if (likeness.isLoose ? bindsOtherwise(text, stretch) : bindsApart(text, stretch))
      return { kind: 'modality', evidence }
    if (deniesOtherwise(text, stretch)) return { kind: 'negation', evidence }
  }
  return null
}
