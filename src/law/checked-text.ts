import type { ProseReference, RemovalReason } from './answer.ts'
import type { Span } from './document-text.ts'

/** Shape of `POST /v1/check` (contracts.md). Offsets are UTF-16 code units in the text that was sent. */
export interface CheckedText {
  references: ProseReference[]
  /** Every sentence that names a norm or an Aktenzeichen, in order. */
  sentences: CheckedSentence[]
}

export interface CheckedSentence extends Span, SentenceVerdict {
  text: string
}

/** Whether the norms a sentence names carry it, as far as rules can tell. */
export interface SentenceVerdict {
  /** `rule`: held against the text, nothing speaks against it. `not_supported`: something does, see `reason`. */
  supports: 'rule' | 'not_supported' | 'not_checked'
  /** Why it is `not_supported`, else null. */
  reason: RemovalReason | null
  /** German sentence for the reader: what speaks against it, or why nothing could be checked. Null with `rule`. */
  detail: string | null
}
