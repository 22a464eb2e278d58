import type { KnownRulings } from '../law/known-ruling.ts'
import { findReferences } from '../law/references/find-references.ts'
import { judgeRuling } from './verify/judge-ruling.ts'
import type { VerifyContext } from './verify/check.ts'

/** What is known of the decisions with these Aktenzeichen. */
export type FindKnownRulings = (numbers: string[]) => Promise<KnownRulings>

/** Fetches what is known of the decisions that texts name, once, so that verification can look them up without the store. */
export async function lookUpRulings(find: FindKnownRulings, texts: string[]): Promise<VerifyContext['ruling']> {
  const numbers = texts.flatMap((text) => findReferences(text).flatMap(({ caseNumber }) => caseNumber ?? []))
  if (numbers.length === 0) return () => ({ verdict: 'not_checked', documentIds: [] })
  const known = await find(numbers)
  return (reference) => judgeRuling(reference, known)
}
