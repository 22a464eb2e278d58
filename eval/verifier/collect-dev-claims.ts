import type { Evidence } from '../../src/law/answer.ts'
import type { Queries } from '../../src/store/database.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { findPassagesOfLaw } from '../run/queries/find-passages-of-law.ts'
import type { BenchClaim } from './bench-claim.ts'
import { evidenceOf } from './law-sentences.ts'

/** What a right answer must say and what a wrong one says, each with the gold norms as evidence. */
export async function collectDevClaims(queries: Queries, cases: ReferenceCase[]): Promise<BenchClaim[]> {
  const claims: BenchClaim[] = []
  for (const one of cases) {
    const evidence = await goldEvidence(queries, one)
    if (evidence.length === 0) continue
    const cited = { evidence, evidenceIds: evidence.map(({ id }) => id), asOf: one.as_of }
    claims.push(
      ...one.key_points.map((text): BenchClaim => ({ class: 'key_points (dev)', text, ...cited })),
      ...one.forbidden.map((text): BenchClaim => ({ class: 'forbidden (dev)', text, ...cited })),
    )
  }
  return claims
}

/** Every sentence of the gold norms' Absätze: what a model would have been shown of them. */
async function goldEvidence(queries: Queries, { gold, as_of }: ReferenceCase): Promise<Evidence[]> {
  const found: Evidence[] = []
  const places = new Map(gold.map((one) => [`${one.law} ${one.norm} ${one.para}`, one]))
  for (const { law, norm, para } of places.values()) {
    const passages = await findPassagesOfLaw(queries, `gii:${law}`, as_of)
    const own = passages.filter((passage) => passage.norm === norm && (para === null || passage.paragraph === para))
    found.push(...own.flatMap(evidenceOf))
  }
  return found.map((evidence, index) => ({ ...evidence, id: `E${index + 1}` }))
}
