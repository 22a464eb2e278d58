import type { Evidence, LawName, RemovalReason } from '../../law/answer.ts'
import type { Day } from '../../law/day.ts'
import type { RankedPassage } from '../../law/passage.ts'
import type { Reference } from '../../law/reference.ts'

/** Whether a norm exists on the day asked, on another day only, or not at all. */
export type NormState = 'in_force' | 'not_in_force' | 'unknown'

/** Whether a decision is known, and under which documents. */
export interface RulingState {
  verdict: 'ok' | 'not_found' | 'not_checked'
  documentIds: string[]
}

/** What is known besides the passages. Fetched before, so that verification needs no store and is repeatable. */
export interface VerifyContext {
  asOf: Day
  register: LawName[]
  /** State of a norm that `referencesOf` names; `not_checked` where it could not be fetched. */
  lookup: (documentId: string, norm: string) => NormState | 'not_checked'
  /** What is known of the decision a reference names. */
  ruling: (reference: Reference) => RulingState
}

/** A claim whose form and ids are in order, with the evidence it chose. */
export interface CitedClaim {
  text: string
  evidence: Evidence[]
  /** The passages of the evidence, each once. */
  passages: RankedPassage[]
}

/** Why a claim is removed; `detail` is a German sentence for the reader. */
export interface Failure {
  reason: RemovalReason
  detail: string
}

/** One check of a claim: null where it holds, or where there is nothing to check. Pure. */
export type Check = (claim: CitedClaim, context: VerifyContext) => Failure | null
