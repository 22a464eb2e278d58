import type {
  Answer,
  Draft,
  DraftRequirement,
  Evidence,
  Inquiry,
  LawName,
  RemovedClaim,
  VerifiedDraft,
  VerifiedRequirement,
} from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import type { NormLookup } from '../law/library.ts'
import { ChatModelError } from '../models/chat-model-error.ts'
import { checkEntailment } from './check-entailment.ts'
import { checkedFact } from './checked-fact.ts'
import { claimLimit } from './claim-limit.ts'
import { composeExtractive } from './compose/compose-extractive.ts'
import { type Composed, type Composer, composeWithModel } from './compose/compose-with-model.ts'
import { focusEvidence } from './compose/focus-evidence.ts'
import { type Conditions, listConditions } from './compose/list-conditions.ts'
import { keepGerman } from './keep-german.ts'
import { type FindKnownRulings, lookUpRulings } from './look-up-rulings.ts'
import { type FindNormStates, lookUpStates } from './look-up-states.ts'
import { withHeadings } from './name-headings.ts'
import type { EntailmentChecker } from './verify/entailment.ts'
import { referencesOf, verify } from './verify/verify.ts'

export interface WordingParts {
  /** Null: no model is set up, answers are extracts. */
  composer: Composer | null
  /** Null: claims are checked by rule alone. It shares the question's time limit with the composer. */
  check: EntailmentChecker | null
  findNormStates: FindNormStates
  findKnownRulings: FindKnownRulings
  findNorm: (documentId: string, norm: string, asOf: Day) => Promise<NormLookup>
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
  /** What was removed before the check of sources: what is not German, and all of a draft whose place an extract took. */
  removedBefore: RemovedClaim[]
  /** Requirements that hold like claims, with what the question says of them. */
  checklist: VerifiedRequirement[]
  /** The model that checked the claims, if any. */
  checker: Answer['checker']
  /** Why a model that should have checked them did not, as a German sentence. */
  notice: string | null
}

/**
 * Words the answer and verifies it: by the model, or, where there is none, it fails, most of what it wrote is not German or
 * nothing of it holds, as an extract. Asked again it would write the same (its temperature is 0), and the time limit is
 * one. A model that says that nothing fits is believed.
 * @throws the signal's reason when the caller gave up.
 */
export async function wordAnswer(parts: WordingParts, task: WordingTask, signal: AbortSignal): Promise<Wording> {
  const attempt = await tryModel(parts.composer, task, signal)
  if ('failure' in attempt) return extract(parts, task, attempt.failure, [])
  const { draft, foreign, isForeign } = keepGerman(attempt.draft)
  if (isForeign) return extract(parts, task, 'Seine Antwort war überwiegend nicht auf Deutsch.', foreign)
  const offered = { ...task, evidence: attempt.offered }
  const byRule = await verifyDraft(parts, draft, offered)
  const { verified, checker, notice } = await checkEntailment(parts.check, byRule, signal)
  if (verified.claims.length > 0 || saysNothingFits(attempt.draft)) {
    const checklist = await verifyChecklist(parts, draft.checklist ?? [], offered)
    return { verified, mode: 'llm', fallback: null, removedBefore: foreign, checklist, checker, notice }
  }
  return extract(parts, task, faultOf(attempt.draft), [...foreign, ...verified.removed])
}

/** Sentences of the law instead of a model's; where a case is told, with the conditions of the rule that leads them. */
async function extract(
  parts: WordingParts,
  task: WordingTask,
  failure: string,
  removedBefore: RemovedClaim[],
): Promise<Wording> {
  const { inquiry, evidence } = task
  const draft = composeExtractive(inquiry, focusEvidence(inquiry, evidence), limitOf(inquiry))
  const verified = await verifyDraft(parts, draft, task)
  const { checklist, evidence: items } = await findConditions(parts, verified, task)
  return {
    verified: withHeadings(verified),
    mode: 'extractive',
    fallback: asFallback(failure),
    removedBefore,
    checklist: await verifyChecklist(parts, checklist, { ...task, evidence: items }),
    checker: null,
    notice: null,
  }
}

/** The conditions of the rule that leads an extract, read from the whole of its norm; none where no case is told. */
async function findConditions(
  { findNorm }: WordingParts,
  { claims }: VerifiedDraft,
  { inquiry, evidence }: WordingTask,
): Promise<Conditions> {
  const [leading] = claims.flatMap((claim) => claim.evidence)
  if (!inquiry.isCase || !leading) return { checklist: [], evidence: [] }
  const { document, normKey, normSha256, id } = leading.passage
  const lookup = await findNorm(document.id, normKey, inquiry.question.asOf)
  if (!lookup.found || lookup.norm.sha256 !== normSha256) return { checklist: [], evidence: [] }
  return listConditions([leading, ...evidence.filter(({ passage }) => passage.id === id)], lookup.norm)
}

function limitOf({ question, part }: Inquiry): number {
  return claimLimit(question.style, part !== null)
}

type Attempt = Composed | { failure: string }

/** Whatever goes wrong with a model is expected: the law's own sentences are still there. */
async function tryModel(
  composer: Composer | null,
  { inquiry, evidence }: WordingTask,
  signal: AbortSignal,
): Promise<Attempt> {
  if (!composer) return { failure: 'Es ist keines eingerichtet.' }
  try {
    return await composeWithModel(composer, { inquiry, evidence, limit: limitOf(inquiry) }, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ChatModelError) return { failure: error.message }
    throw error
  }
}

/**
 * Requirements are held against their evidence like claims; what does not hold, or what a rule objects to, is left out,
 * what is told is looked up.
 */
async function verifyChecklist(
  parts: WordingParts,
  checklist: DraftRequirement[],
  task: WordingTask,
): Promise<VerifiedRequirement[]> {
  if (checklist.length === 0) return []
  const claims = checklist.map(({ text, evidenceIds }) => ({ text, role: 'rule' as const, evidenceIds }))
  const { claims: held } = await verifyDraft(parts, { claims, open: [], malformed: [] }, task)
  const { question, part } = task.inquiry
  return held.flatMap((claim) => {
    if (claim.objection) return []
    const drafted = checklist.find(({ text }) => text === claim.text)
    return drafted ? [{ claim, ...checkedFact(drafted, part?.of ?? question.text) }] : []
  })
}

async function verifyDraft(
  { findNormStates, findKnownRulings }: WordingParts,
  draft: Draft,
  { inquiry, evidence, register }: WordingTask,
): Promise<VerifiedDraft> {
  const { asOf } = inquiry.question
  const lookup = await lookUpStates(findNormStates, referencesOf(draft, register, evidence), asOf)
  const ruling = await lookUpRulings(
    findKnownRulings,
    draft.claims.map(({ text }) => text),
  )
  return verify(draft, evidence, { asOf, register, lookup, ruling })
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
