import { checkDates } from '../../src/answer/verify/check-dates.ts'
import { checkModality } from '../../src/answer/verify/check-modality.ts'
import { checkNegation } from '../../src/answer/verify/check-negation.ts'
import { checkNumbers } from '../../src/answer/verify/check-numbers.ts'
import { checkSentence } from '../../src/answer/verify/check-sentence.ts'
import { checkWording } from '../../src/answer/verify/check-wording.ts'
import type { Check } from '../../src/answer/verify/check.ts'
import type { Day } from '../../src/law/day.ts'
import { claimOn } from './text-evidence.ts'

const checks: Check[] = [checkNumbers, checkDates, checkNegation, checkModality, checkWording, checkSentence]

/**
 * True where a rule of the verifier says that the text does not state the claim: another number, date, bound or unit, a
 * negation on one side only, another modality. False proves nothing: the two may speak of different things.
 */
export function isTurned(claim: string, text: string, asOf: Day): boolean {
  const context = {
    asOf,
    register: [],
    lookup: () => 'not_checked' as const,
    ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
  }
  return checks.some((check) => check(claimOn(claim, text), context) !== null)
}
