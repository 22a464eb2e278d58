import type { Answer } from './answer.ts'
import type { Day } from './day.ts'

/** What somebody may say of an answer. German, since these words are shown as they are. */
export const feedbackReasons = [
  'falsch',
  'fehlt',
  'veraltet',
  'unverständlich',
  'Fundstelle trägt nicht',
  'sonstiges',
] as const
type FeedbackReason = (typeof feedbackReasons)[number]

/** Said of an answer, without who said it, of which answer, and what was asked. */
export interface Feedback {
  day: Day
  reason: FeedbackReason
  /** Written by the person; null: nothing. */
  comment: string | null
  /** The sentence it is about; null: the answer as a whole. */
  claim: string | null
  /** What the sentence, or the answer, stands on. */
  places: { documentId: string; normKey: string; label: string; passageId: string; sha256: string }[]
  /** The day the question was about. */
  asOf: Day
  mode: Answer['mode']
  model: Answer['model']
}
