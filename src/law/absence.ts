import type { AbstentionReason } from './answer.ts'

/** Something a question names and the collection does not have on that day. */
export interface Absence {
  reason: Extract<AbstentionReason, 'not_in_force' | 'no_evidence' | 'out_of_scope' | 'other_territory'>
  /** German sentence that names it and says why. */
  message: string
}
