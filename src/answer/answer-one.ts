import type { Absence } from '../law/absence.ts'
import type { Inquiry, LawName } from '../law/answer.ts'
import type { RankedPassage } from '../law/passage.ts'
import { numberEvidence } from './compose/number-evidence.ts'
import { findAbsences } from './find-absences.ts'
import { wordAnswer, type Wording, type WordingParts } from './word-answer.ts'

/** A question with what was found for it, what it names in vain, and what was worded and verified. */
export interface AnsweredQuestion {
  inquiry: Inquiry
  passages: RankedPassage[]
  absences: Absence[]
  /** Null where there was nothing to word an answer from. */
  wording: Wording | null
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
  const wording = evidence.length > 0 ? await wordAnswer(parts, task, signal) : null
  return { inquiry, passages, absences, wording }
}
