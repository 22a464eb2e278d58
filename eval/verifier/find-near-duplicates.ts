import type { Evidence } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'
import { shuffle } from '../seeded-random.ts'
import type { BenchClaim } from './bench-claim.ts'
import { onOneLine } from './law-sentences.ts'

const leastAlike = 0.6
const mostAlike = 0.95
/** Of a long law: each is compared with each. */
const compared = 700

/**
 * Sentences said of another norm whose words are nearly the same, but not what it says: at least one noun or number
 * differs.
 */
export function findNearDuplicates(
  sentences: Evidence[],
  asOf: Day,
  count: number,
  random: () => number,
): BenchClaim[] {
  const claims: BenchClaim[] = []
  const some = shuffle(sentences, random).slice(0, compared)
  for (const evidence of some) {
    if (claims.length === count) break
    const twin = some.find((other) => other.passage.norm !== evidence.passage.norm && isNear(evidence.text, other.text))
    if (!twin) continue
    const text = onOneLine(evidence.text)
    claims.push({ class: 'near-duplicate norm', text, evidence: [twin], evidenceIds: [twin.id], asOf })
  }
  return claims
}

/** True for two texts that share most words and differ in a noun or number. */
export function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) / Math.max(a.length, b.length) < leastAlike) return false
  const [mine, theirs] = [wordsOf(a), wordsOf(b)]
  const shared = [...mine].filter((word) => theirs.has(word)).length
  const alike = shared / (mine.size + theirs.size - shared)
  return (
    alike >= leastAlike &&
    alike <= mostAlike &&
    [...mine].some((word) => /^[\p{Lu}\d]/u.test(word) && !theirs.has(word))
  )
}

function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[\p{L}\d]+/gu) ?? [])
}
