import type {
  Draft,
  DraftClaim,
  Evidence,
  LawName,
  RemovedClaim,
  VerifiedClaim,
  VerifiedDraft,
} from '../../law/answer.ts'
import { findReferences } from '../../law/references/find-references.ts'
import { findDates } from '../../text/dates.ts'
import { withoutReferences } from './bare-text.ts'
import { checkDates } from './check-dates.ts'
import { checkForm } from './check-form.ts'
import { checkModality } from './check-modality.ts'
import { checkNegation, mayBeTurned } from './check-negation.ts'
import { checkNumbers, countedIn } from './check-numbers.ts'
import { checkOverlap, sentenceOverlapOf } from './check-overlap.ts'
import { checkParts } from './check-parts.ts'
import { checkQuotes } from './check-quotes.ts'
import { checkReferences } from './check-references.ts'
import { checkSentence } from './check-sentence.ts'
import { checkSource } from './check-source.ts'
import { checkValidity } from './check-validity.ts'
import { checkWording } from './check-wording.ts'
import type { Check, CitedClaim, Failure, VerifyContext } from './check.ts'
import { pairClauses } from './clauses.ts'
import { findObjection, mayErr } from './find-objection.ts'
import { isVerbatim } from './is-verbatim.ts'
import { markLeftOut } from './mark-left-out.ts'
import { distinctNorms, type NormName, normsOf, resolveIn } from './name-norms.ts'
import { judgeReference } from './prose-references.ts'

/** Hold for what is quoted, whatever the claim says of it. */
const sourceChecks: Check[] = [checkSource, checkValidity]
const namingChecks: Check[] = [checkQuotes, checkReferences]
const wordingChecks: Check[] = [
  checkNumbers,
  checkParts,
  checkDates,
  checkNegation,
  checkModality,
  checkWording,
  checkSentence,
  checkOverlap,
]
/** In the order in which they are applied; the first that fails for certain removes the claim. */
const checks: Check[] = [...sourceChecks, ...namingChecks, ...wordingChecks]

/** From here on a claim's words are the source's words, and rules that agree say that it follows. */
const enoughOverlap = 0.6

/**
 * The only way to a `VerifiedDraft`: every claim of a draft held against the evidence it chose, by rule alone. A claim
 * that fails is removed with its reason, not marked; one that a rule objects to without being sure stays with the
 * objection. Pure: the same input gives the same verdicts, and nothing is
 * fetched (`context.lookup` answers from what was fetched before for `referencesOf`). A claim that is a cited sentence
 * word for word carries itself: only the source and its validity are checked.
 */
export function verify(draft: Draft, evidence: Evidence[], context: VerifyContext): VerifiedDraft {
  const byId = new Map(evidence.map((piece) => [piece.id, piece]))
  const claims: VerifiedClaim[] = []
  const removed: RemovedClaim[] = draft.malformed.map(unreadable)
  for (const claim of draft.claims) {
    const verdict = verifyClaim(claim, byId, context)
    if ('reason' in verdict) removed.push({ text: claim.text, ...verdict })
    else claims.push(verdict)
  }
  return { claims: markLeftOut(claims), removed, open: draft.open } as VerifiedDraft
}

/** Every norm a draft names, for its states to be fetched before `verify` is called. Each once. */
export function referencesOf(draft: Draft, register: LawName[], evidence: Evidence[]): NormName[] {
  const byId = new Map(evidence.map((piece) => [piece.id, piece]))
  return distinctNorms(
    draft.claims.flatMap(({ text, evidenceIds }) => {
      const passages = evidenceIds.flatMap((id) => byId.get(id)?.passage ?? [])
      return resolveIn(text, passages, register).flatMap(normsOf)
    }),
  )
}

/**
 * A sentence of somebody's text held against the norms it names, by the same rules: `rule` where they agree with it and
 * had something to agree with. Its form is not judged, and what it calls the norms says nothing about their content.
 */
export function judgeClaim(
  text: string,
  evidence: Evidence[],
  context: VerifyContext,
): 'rule' | 'not_checked' | Failure {
  const written = citedClaim(text, evidence)
  const bare = citedClaim(wordsAlone(text), evidence)
  const [failure] = [
    ...failuresOf(written, [...sourceChecks, ...namingChecks], context),
    ...failuresOf(bare, wordingChecks, context),
  ]
  return failure ?? (supportsByRule(bare, 0) ? 'rule' : 'not_checked')
}

function verifyClaim(draft: DraftClaim, byId: Map<string, Evidence>, context: VerifyContext): VerifiedClaim | Failure {
  const chosen = [...new Set(draft.evidenceIds)].map((id) => byId.get(id) ?? id)
  const found = chosen.filter((piece) => typeof piece !== 'string')
  const verbatim = isVerbatim(draft.text, found)
  const unformed = verbatim ? null : checkForm(draft.text)
  if (unformed) return unformed
  const unknown = chosen.find((piece) => typeof piece === 'string')
  if (unknown !== undefined || chosen.length === 0) return unknownId(unknown)
  const cited = citedClaim(draft.text, found)
  const failures = failuresOf(cited, verbatim ? sourceChecks : checks, context)
  const certain = failures.find((failure) => !mayErr(failure, cited))
  if (certain) return certain
  const objection = verbatim ? null : (failures[0]?.reason ?? findObjection(cited))
  const references = resolveIn(cited.text, cited.passages, context.register)
  return {
    text: cited.text,
    role: draft.role,
    evidence: cited.evidence,
    supports: verbatim || (!objection && supportsByRule(cited, references.length)) ? 'rule' : 'not_checked',
    references: references.map((reference) => judgeReference(reference, context)),
    objection,
    leftOut: null,
  }
}

function failuresOf(cited: CitedClaim, applied: Check[], context: VerifyContext): Failure[] {
  return applied.flatMap((check) => check(cited, context) ?? [])
}

/** What is left of `(§ 5 Abs. 1; vgl. § 6 und § 7 i. V. m. § 8)` once its references are out. */
const emptyBrackets = /\((?:[\s;,]|und|oder|vgl\.|i\. ?V\. ?m\.|in Verbindung mit)*\)/g

/** The text as it would read without its references, the brackets they stood in, and decisions cited in brackets. */
function wordsAlone(text: string): string {
  const undecided = text.replace(/\([^()]*\)/g, (brackets) =>
    findReferences(brackets).some(({ kind }) => kind === 'case') ? ' ' : brackets,
  )
  return withoutReferences(undecided)
    .replace(emptyBrackets, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:])/g, '')
}

function citedClaim(text: string, evidence: Evidence[]): CitedClaim {
  return { text, evidence, passages: [...new Map(evidence.map(({ passage }) => [passage.id, passage])).values()] }
}

/** True where the rules had something to hold the claim against; all of them agreed, or it would not be here. */
function supportsByRule(claim: CitedClaim, references: number): boolean {
  if (sentenceOverlapOf(claim) < enoughOverlap || mayBeTurned(claim)) return false
  const checkable = references + countedIn(claim.text).length + findDates(claim.text).length
  return checkable > 0 || pairClauses(claim.text, claim.evidence).length > 0
}

function unknownId(id: string | undefined): Failure {
  const detail = id === undefined ? 'Die Aussage nennt keinen Beleg.' : `Den Beleg „${id.slice(0, 20)}“ gibt es nicht.`
  return { reason: 'unknown_id', detail }
}

function unreadable(text: string): RemovedClaim {
  return { text, reason: 'malformed', detail: 'Dieser Teil der Modellausgabe war keine lesbare Aussage.' }
}
