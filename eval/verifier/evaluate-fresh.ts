import type { Queries } from '../../src/store/database.ts'
import { findPassagesOfLaw } from '../run/queries/find-passages-of-law.ts'
import type { BenchClaim } from './bench-claim.ts'
import { collectClaims } from './collect-claims.ts'
import { reportOn, type VerifierReport } from './evaluate-verifier.ts'
import { type BenchChecker, judgeClaims } from './judge-claims.ts'
import { lawsOf, type StatementSet } from './statement-sets.ts'

/**
 * The verifier held against claims about laws that none of its rules was tuned on, as of the day of `set`.
 *
 * @throws Error that says how the laws are fed in, where the collection does not have them all on that day.
 */
export async function evaluateFresh(
  queries: Queries,
  set: StatementSet,
  check: BenchChecker | null = null,
): Promise<VerifierReport> {
  const laws = lawsOf(set)
  const missing: string[] = []
  for (const slug of laws)
    if ((await findPassagesOfLaw(queries, `gii:${slug}`, set.asOf)).length === 0) missing.push(slug)
  if (missing.length > 0) throw new Error(explain(missing, set.asOf))
  const claims: BenchClaim[] = []
  for (const slug of laws) claims.push(...(await collectClaims(queries, slug, set)))
  return reportOn(laws, await judgeClaims(queries, claims, check))
}

function explain(missing: string[], asOf: string): string {
  const files = missing.map((slug) => `./${slug}.xml`).join(' ')
  return `Für diese Aussagen fehlen dieser Sammlung am ${asOf} geltende Gesetze: ${missing.join(', ')}.
Bitte erst einlesen, am besten in eine Sammlung für sich, und diese mit FUNDSTELLE_DATA nennen:

  mkdir -p /tmp/frisch
  tar -xJf ../shared/corpus/gii-all-${asOf}.tar.xz -C /tmp/frisch ${files}
  tar -cf /tmp/frisch.tar -C /tmp/frisch .
  FUNDSTELLE_DATA=/tmp/frisch-sammlung npm run ingest -- /tmp/frisch.tar --as-of ${asOf}

Danach denselben Aufruf mit FUNDSTELLE_DATA=/tmp/frisch-sammlung wiederholen.`
}
