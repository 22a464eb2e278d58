import type { VerifiedClaim } from '../../law/answer.ts'
import { findLeftOut } from './find-left-out.ts'

/** The claims, each with the exception it leaves out; one that another of them cites is not left out of the answer. */
export function markLeftOut(claims: VerifiedClaim[]): VerifiedClaim[] {
  return claims.map((claim) => {
    const leftOut = findLeftOut(claim)
    const isTold = claims.some(
      (other) =>
        other !== claim &&
        other.evidence.some(
          ({ passage, span }) =>
            passage.id === leftOut?.passage.id && span.start <= leftOut.start && leftOut.end <= span.end,
        ),
    )
    return { ...claim, leftOut: isTold ? null : leftOut }
  })
}
