import type { Answer, AnswerClaim, Citation, RemovedClaim } from './answer.ts'
import type { RankedPassage } from './passage.ts'

/**
 * Events of the stream, in order of appearance. `queue` comes where the model has too much to do, with each new place
 * in the line before it; position 1 is next, 0 means that it is one's turn.
 */
export type AnswerEvent =
  | { type: 'passages'; passages: RankedPassage[] }
  | { type: 'queue'; position: number; waiting: number }
  | { type: 'claim'; claim: AnswerClaim; citations: Citation[] }
  | { type: 'removed'; removed: RemovedClaim }
  | { type: 'answer'; answer: Answer }
