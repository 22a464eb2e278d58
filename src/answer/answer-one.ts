import type { Absence } from '../law/absence.ts'
import type { Evidence, Inquiry, LawName } from '../law/answer.ts'
import type { RankedPassage } from '../law/passage.ts'
import { numberEvidence } from './compose/number-evidence.ts'
import { findAllAbsences, type LookUpParts } from './find-all-absences.ts'
import { settleConflicts } from './settle-conflicts.ts'
import type { FoundConflict } from './verify/contrast/find-conflicts.ts'
import { findDoubt } from './sufficiency/find-doubt.ts'
import { lookElsewhere } from './sufficiency/look-elsewhere.ts'
import { wordAnswer, type Wording, type WordingParts } from './word-answer.ts'

export interface AnswerOneParts extends WordingParts, LookUpParts {
  retrieve: (inquiry: Inquiry, register: LawName[]) => Promise<RankedPassage[]>
  /** Whether the vectors are of the model that the bounds of `measureFit` were fitted to. */
  isFitKnown: () => Promise<boolean>
  /** Territories that documents of the collection belong to. */
  territories: () => Promise<string[]>
}

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

/**
 * Words the answer to one question from the passages found for it, unless something clearly speaks against that.
 * @throws the signal's reason.
 */
export async function answerOne(
  parts: AnswerOneParts,
  asked: Inquiry,
  { passages, register }: { passages: RankedPassage[]; register: LawName[] },
  signal: AbortSignal,
): Promise<AnsweredQuestion> {
  const { absences, all } = await findAllAbsences(parts, asked, register, passages)
  const inquiry = { ...asked, doubt: all ? null : await doubtOf(parts, asked, register, passages) }
  const evidence = all || inquiry.doubt?.isClear ? [] : numberEvidence(passages)
  const task = { inquiry, evidence, register }
  const worded = evidence.length > 0 ? await wordAnswer(parts, task, signal) : null
  const settled = worded ? settleConflicts(worded, evidence, register) : { wording: null, conflicts: [] }
  return { inquiry, passages, absences, evidence, ...settled }
}

/** What speaks against an answer from the passages found: in themselves, or because the law of another Land is meant. */
async function doubtOf(
  { isFitKnown, territories, retrieve }: AnswerOneParts,
  inquiry: Inquiry,
  register: LawName[],
  passages: RankedPassage[],
): Promise<Inquiry['doubt']> {
  const doubt = findDoubt(inquiry, passages, await isFitKnown())
  const retrieveFor = (territory: string) =>
    retrieve({ ...inquiry, question: { ...inquiry.question, territory } }, register)
  return (await lookElsewhere({ territories, retrieveFor }, inquiry, doubt)) ?? doubt
}
