import type { Absence } from '../law/absence.ts'
import type { Evidence, Inquiry, LawName } from '../law/answer.ts'
import type { RankedPassage } from '../law/passage.ts'
import { numberEvidence } from './compose/number-evidence.ts'
import { findAbsences } from './find-absences.ts'
import { settleConflicts } from './settle-conflicts.ts'
import type { FoundConflict } from './verify/contrast/find-conflicts.ts'
import { wordAnswer, type Wording, type WordingParts } from './word-answer.ts'

/** A question with what was found for it, what it names in vain, and what was worded and verified. */
export interface AnsweredQuestion {
  inquiry: Inquiry
  passages: RankedPassage[]
  absences: Absence[]
  /** Null where there was nothing to word an answer from. */
  wording: Wording | null
  evidence: Evidence[]
  /** What the sources of the wording say differently. */
  conflicts: FoundConflict[]
}

/** Words the answer to one question from the passages found for it. @throws the signal's reason. */
export async function answerOne(
  parts: WordingParts,
  inquiry: Inquiry,
  { passages, register }: { passages: RankedPassage[]; register: LawName[] },
  signal: AbortSignal,
): Promise<AnsweredQuestion> {
  const { absences, all } = await findAbsences(inquiry, register, passages, parts.findNorm)
  const evidence = all ? [] : numberEvidence(passages)
  const task = { inquiry, evidence, register }
  const worded = evidence.length > 0 ? await wordAnswer(parts, task, signal) : null
  const settled = worded ? settleConflicts(worded, evidence, register) : { wording: null, conflicts: [] }
  return { inquiry, passages, absences, evidence, ...settled }
}
