import type { Evidence } from '../../src/law/answer.ts'
import type { Queries } from '../../src/store/database.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { findPassagesOfLaw } from '../run/queries/find-passages-of-law.ts'
import type { BenchClaim } from './bench-claim.ts'
import { evidenceOf } from './law-sentences.ts'
import { statementsOf } from './statements-of.ts'

/** What a right answer must say and what a wrong one says, each with the sentences of the gold norms' quotes as evidence. */
export async function collectDevClaims(queries: Queries, cases: ReferenceCase[]): Promise<BenchClaim[]> {
  const claims: BenchClaim[] = []
  for (const one of cases) {
    const evidence = await goldEvidence(queries, one)
    if (evidence.length === 0) continue
    const cited = { evidence, evidenceIds: evidence.map(({ id }) => id), asOf: one.as_of }
    const { keyPoints, forbidden } = statementsOf(one)
    claims.push(
      ...keyPoints.map((text): BenchClaim => ({ class: 'key_points (dev)', text, ...cited })),
      ...forbidden.map((text): BenchClaim => ({ class: 'forbidden (dev)', text, ...cited })),
    )
  }
  return claims
}

async function goldEvidence(queries: Queries, { gold, as_of }: ReferenceCase): Promise<Evidence[]> {
  const found: Evidence[] = []
  for (const { law, norm, para, quote } of gold) {
    const passages = await findPassagesOfLaw(queries, `gii:${law}`, as_of)
    const own = passages.filter((passage) => passage.norm === norm && (para === null || passage.paragraph === para))
    const sentences = own.flatMap(evidenceOf)
    const quoted = sentences.filter(({ text }) => quote !== undefined && overlaps(text, quote))
    found.push(...(quoted.length > 0 ? quoted : sentences))
  }
  return found.map((evidence, index) => ({ ...evidence, id: `E${index + 1}` }))
}

/** A quote may begin or end within a sentence, or run over several. */
function overlaps(text: string, quote: string): boolean {
  const [whole, part] = [text, quote].map((each) => each.replace(/\s+/g, ' ').trim())
  return whole !== undefined && part !== undefined && (whole.includes(part) || part.includes(whole))
}
