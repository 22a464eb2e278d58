import { checkEntailment } from '../../src/answer/check-entailment.ts'
import type { EntailmentChecker } from '../../src/answer/verify/entailment.ts'
import { referencesOf, verify } from '../../src/answer/verify/verify.ts'
import type { Draft, LawName, RemovalReason } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'
import type { Queries } from '../../src/store/database.ts'
import { listLawNames } from '../../src/store/find-documents.ts'
import { findNormStates } from '../../src/store/find-norm-states.ts'
import type { BenchClaim } from './bench-claim.ts'

/** What the verifier made of a claim: removed with its reason, or kept. */
export interface Judged {
  claim: BenchClaim
  verdict: RemovalReason | 'kept'
  /** Why it was removed, or the exception that a notice names; null where nothing is. */
  detail: string | null
  /** A notice names an exception that it leaves out. */
  isNamed: boolean
  /** A notice says that a rule objects to it and is not sure; the reason, else null. */
  objection: RemovalReason | null
  /** False where a model should have been asked and gave no verdict at all. */
  isChecked: boolean
}

/** Opens the model to be asked about a claim that the rules keep, with the time of a question for each. */
export type BenchChecker = () => EntailmentChecker

/** The verifier's verdict on each claim, with the names and norms the collection has on its day; rules alone without `check`. */
export async function judgeClaims(
  queries: Queries,
  claims: BenchClaim[],
  check: BenchChecker | null = null,
): Promise<Judged[]> {
  const registers = new Map<Day, LawName[]>()
  const judged: Judged[] = []
  for (const claim of claims) {
    const register = registers.get(claim.asOf) ?? (await listLawNames(queries, claim.asOf))
    registers.set(claim.asOf, register)
    judged.push(await judge(queries, claim, register, check))
  }
  return judged
}

const neverGivenUp = new AbortController().signal

async function judge(
  queries: Queries,
  claim: BenchClaim,
  register: LawName[],
  check: BenchChecker | null,
): Promise<Judged> {
  const { text, evidence, evidenceIds, asOf } = claim
  const draft: Draft = { claims: [{ text, role: 'rule', evidenceIds }], open: [], malformed: [] }
  const named = referencesOf(draft, register, evidence)
  const states = await findNormStates(queries, named, asOf)
  const lookup = (documentId: string, norm: string) =>
    states[named.findIndex((each) => each.documentId === documentId && each.norm === norm)] ?? 'not_checked'
  const byRule = verify(draft, evidence, {
    asOf,
    register,
    lookup,
    ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
  })
  const { verified, notice } = await checkEntailment(check && check(), byRule, neverGivenUp)
  const { claims, removed } = verified
  const isChecked = notice === null
  const [lost] = removed
  if (lost) return { claim, verdict: lost.reason, detail: lost.detail, isNamed: false, objection: null, isChecked }
  const { leftOut, objection } = claims[0] ?? { leftOut: null, objection: null }
  return { claim, verdict: 'kept', detail: leftOut?.text ?? null, isNamed: leftOut !== null, objection, isChecked }
}
