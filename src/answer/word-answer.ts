import type { Draft, Evidence, Inquiry, LawName, RemovedClaim, VerifiedDraft } from '../law/answer.ts'
import { ChatModelError } from '../models/chat-model-error.ts'
import { claimLimit } from './claim-limit.ts'
import { composeExtractive } from './compose/compose-extractive.ts'
import { composeWithModel, type Composer } from './compose/compose-with-model.ts'
import { type FindNormStates, lookUpStates } from './look-up-states.ts'
import { referencesOf, verify } from './verify/verify.ts'

export interface WordingParts {
  /** Null: no model is set up, answers are extracts. */
  composer: Composer | null
  findNormStates: FindNormStates
}

/** What is asked, and of what. */
export interface WordingTask {
  inquiry: Inquiry
  evidence: Evidence[]
  register: LawName[]
}

/** A verified draft and where it comes from. */
export interface Wording {
  verified: VerifiedDraft
  mode: 'llm' | 'extractive'
  /** Why no model worded it, as a German sentence; null where one did. */
  fallback: string | null
  /** What was removed from a model's draft before the extract took its place. */
  removedBefore: RemovedClaim[]
}

/**
 * Words the answer and verifies it: by the model, or, where there is none, it fails or nothing it wrote holds, as an
 * extract. A model that says that nothing fits is believed.
 * @throws the signal's reason when the caller gave up.
 */
export async function wordAnswer(parts: WordingParts, task: WordingTask, signal: AbortSignal): Promise<Wording> {
  const attempt = await tryModel(parts.composer, task, signal)
  const verified = 'draft' in attempt ? await verifyDraft(parts, attempt.draft, task) : null
  const believed = 'draft' in attempt && (verified?.claims.length !== 0 || saysNothingFits(attempt.draft))
  if (verified && believed) return { verified, mode: 'llm', fallback: null, removedBefore: [] }
  const extract = composeExtractive(
    task.inquiry,
    task.evidence,
    claimLimit(task.inquiry.question.style, task.inquiry.part !== null),
  )
  return {
    verified: await verifyDraft(parts, extract, task),
    mode: 'extractive',
    fallback: asFallback('failure' in attempt ? attempt.failure : faultOf(attempt.draft)),
    removedBefore: verified?.removed ?? [],
  }
}

type Attempt = { draft: Draft } | { failure: string }

/** Whatever goes wrong with a model is expected: the law's own sentences are still there. */
async function tryModel(
  composer: Composer | null,
  { inquiry, evidence }: WordingTask,
  signal: AbortSignal,
): Promise<Attempt> {
  if (!composer) return { failure: 'Es ist keines eingerichtet.' }
  try {
    return { draft: await composeWithModel(composer, inquiry, evidence, signal) }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ChatModelError) return { failure: error.message }
    throw error
  }
}

async function verifyDraft(
  { findNormStates }: WordingParts,
  draft: Draft,
  { inquiry, evidence, register }: WordingTask,
): Promise<VerifiedDraft> {
  const { asOf } = inquiry.question
  const lookup = await lookUpStates(findNormStates, referencesOf(draft, register, evidence), asOf)
  return verify(draft, evidence, { asOf, register, lookup, rulingsLoaded: false })
}

function saysNothingFits({ claims, open, malformed }: Draft): boolean {
  return claims.length === 0 && malformed.length === 0 && open.length > 0
}

function faultOf({ claims }: Draft): string {
  return claims.length === 0
    ? 'Seine Antwort war nicht lesbar oder eine Absage.'
    : 'Keine seiner Aussagen hielt der Prüfung stand.'
}

function asFallback(reason: string): string {
  return `Kein Sprachmodell hat diese Antwort formuliert: ${reason} Gezeigt werden wörtliche Sätze aus den gefundenen Stellen.`
}
