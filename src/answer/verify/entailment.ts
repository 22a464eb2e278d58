import type { Evidence, RemovedClaim, VerifiedClaim, VerifiedDraft } from '../../law/answer.ts'
import { isVerbatim } from './is-verbatim.ts'
import { markLeftOut } from './mark-left-out.ts'

export const entailmentVerdicts = ['supported', 'contradicted', 'not_in_source'] as const
export type EntailmentVerdict = (typeof entailmentVerdicts)[number]

/** A claim as a model is asked about it: its words and the sentences it cites, nothing of the question. */
export interface AskedClaim {
  text: string
  sentences: { label: string; text: string }[]
}

/** A model that says whether sentences carry claims. */
export interface EntailmentChecker {
  name: string
  /** Null where it is given no prompt. */
  promptHash: string | null
  /**
   * One verdict for each claim, in order; null where it gave none that can be read.
   * @throws ChatModelError or EntailmentError when it gave none at all.
   */
  judge: (claims: AskedClaim[], signal: AbortSignal) => Promise<(EntailmentVerdict | null)[]>
}

/** More than an answer has; endpoints bound what they take at once (Text Embeddings Inference: 32). */
const mostAsked = 32

/**
 * The claims of a draft that a model is asked about: those in words of their own, what a rule objects to first. The law's
 * own words need no opinion.
 */
export function claimsToAsk({ claims }: VerifiedDraft): VerifiedClaim[] {
  const own = claims.filter(({ text, evidence }) => !isVerbatim(text, evidence))
  return [...own.filter(({ objection }) => objection), ...own.filter(({ objection }) => !objection)].slice(0, mostAsked)
}

export function asAsked({ text, evidence }: VerifiedClaim): AskedClaim {
  return { text, sentences: evidence.map(sentenceOf) }
}

function sentenceOf({ passage, text }: Evidence): AskedClaim['sentences'][number] {
  return { label: [passage.label, passage.heading].filter(Boolean).join(': '), text }
}

/**
 * A verified draft after a model's verdicts on its claims. They can only take away: a claim that is contradicted or not in
 * the source is removed, one that was `not_checked` becomes `model` and loses the objection of a rule that was not sure,
 * and what a rule removed stays removed.
 */
export function applyVerdicts(
  draft: VerifiedDraft,
  verdicts: ReadonlyMap<VerifiedClaim, EntailmentVerdict | null>,
  checker: string,
): VerifiedDraft {
  const kept: VerifiedClaim[] = []
  const removed: RemovedClaim[] = []
  for (const claim of draft.claims) {
    const verdict = verdicts.get(claim) ?? null
    if (verdict === 'contradicted' || verdict === 'not_in_source')
      removed.push({ text: claim.text, reason: 'not_entailed', detail: detailOf(verdict, checker) })
    else kept.push(verdict === 'supported' ? confirmed(claim) : claim)
  }
  return { ...draft, claims: markLeftOut(kept), removed: [...draft.removed, ...removed] }
}

function confirmed(claim: VerifiedClaim): VerifiedClaim {
  return claim.supports === 'not_checked' ? { ...claim, supports: 'model', objection: null } : claim
}

/** The model's own reason is not shown: nobody checked it. */
function detailOf(verdict: 'contradicted' | 'not_in_source', checker: string): string {
  return verdict === 'contradicted'
    ? `Nach dem Urteil des Prüfmodells ${checker} sagt die zitierte Stelle etwas anderes.`
    : `Nach dem Urteil des Prüfmodells ${checker} steht diese Aussage nicht in der zitierten Stelle.`
}
