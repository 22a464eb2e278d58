import { type Day, germanDay } from '../../law/day.ts'
import type { RankedPassage } from '../../law/passage.ts'
import type { CitedClaim, Failure, VerifyContext } from './check.ts'

/** Every cited passage was in force on the day asked, or is the oldest text known and marked as assumed. */
export function checkValidity({ passages }: CitedClaim, { asOf }: VerifyContext): Failure | null {
  const outside = passages.find((passage) => passage.repealed || !isInForce(passage, asOf))
  if (!outside) return null
  return { reason: 'not_in_force', detail: `${outside.label} galt am ${germanDay(asOf)} nicht in dieser Fassung.` }
}

/** Validity is half-open: on `validTo` the next version is in force. */
function isInForce({ validFrom, validTo, validBasis }: RankedPassage, asOf: Day): boolean {
  return (validBasis === 'assumed' || validFrom <= asOf) && (validTo === null || asOf < validTo)
}
