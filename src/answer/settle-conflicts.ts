import type { Evidence, LawName, RemovedClaim, VerifiedClaim } from '../law/answer.ts'
import { findConflicts, type FoundConflict } from './verify/contrast/find-conflicts.ts'
import type { Wording } from './word-answer.ts'

/** A wording of which no claim blends what its sources say differently, and what they say. */
export interface SettledWording {
  wording: Wording
  conflicts: FoundConflict[]
}

/**
 * Finds where the sources of a wording contradict each other or the other evidence. A claim that cites both sides is
 * removed: what it makes of two rules stands in neither. Splitting it would be wording, which only verified words are.
 * Where every claim rests on one side of a conflict within one rank, all are removed: no rule of rank tells which holds.
 */
export function settleConflicts(wording: Wording, evidence: Evidence[], register: LawName[]): SettledWording {
  const { verified } = wording
  const cited = verified.claims.flatMap((claim) => claim.evidence)
  const conflicts = findConflicts(cited, evidence, register)
  if (conflicts.length === 0) return { wording, conflicts }
  const blended = verified.claims.filter((claim) => conflicts.some(({ sides }) => sidesOf(claim, sides).length > 1))
  const left = verified.claims.filter((claim) => !blended.includes(claim))
  const undecided = left.filter((claim) =>
    conflicts.some(({ sides, isBetweenRanks }) => !isBetweenRanks && sidesOf(claim, sides).length > 0),
  )
  const isUndecided = undecided.length === left.length
  const removed = [...blended.map(asBlended), ...(isUndecided ? undecided.map(asUndecided) : [])]
  const claims = isUndecided ? [] : left
  return {
    wording: { ...wording, verified: { ...verified, claims, removed: [...verified.removed, ...removed] } },
    conflicts,
  }
}

function sidesOf({ evidence }: VerifiedClaim, sides: Evidence[]): Evidence[] {
  return sides.filter(({ id }) => evidence.some((piece) => piece.id === id))
}

function asBlended({ text }: VerifiedClaim): RemovedClaim {
  const detail = 'Die Aussage verbindet Quellen, die Verschiedenes sagen; sie stehen nebeneinander.'
  return { text, reason: 'not_entailed', detail }
}

function asUndecided({ text }: VerifiedClaim): RemovedClaim {
  const detail = 'Eine Quelle gleichen Ranges sagt etwas anderes; beide stehen nebeneinander.'
  return { text, reason: 'not_entailed', detail }
}
