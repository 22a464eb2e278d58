import type { Evidence } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'
import { shuffle } from '../seeded-random.ts'
import type { BenchClaim } from './bench-claim.ts'
import { isNear } from './find-near-duplicates.ts'
import { onOneLine } from './law-sentences.ts'
import { reword } from './reword.ts'

/** Sentences true on another day, cited with the text of that day. */
export function citeOldVersions(other: Evidence[], asOf: Day, count: number, random: () => number): BenchClaim[] {
  return shuffle(
    other.filter((evidence) => !isInForce(evidence, asOf)),
    random,
  )
    .slice(0, count)
    .map((evidence) => {
      const original = onOneLine(evidence.text)
      const text = reword(original, '', evidence.passage.label, random)
      return { class: 'wrong version', text, evidence: [evidence], evidenceIds: [evidence.id], asOf }
    })
}

/** Sentences true on another day, cited with what the same Absatz says on the day asked: a noun or number differs. */
export function sayOldTexts(
  other: Evidence[],
  current: Evidence[],
  asOf: Day,
  count: number,
  random: () => number,
): BenchClaim[] {
  return shuffle(
    other.filter((evidence) => !isInForce(evidence, asOf)),
    random,
  )
    .flatMap((evidence): BenchClaim[] => {
      const now = current.find((each) => isSamePlace(each, evidence) && isNear(evidence.text, each.text))
      if (!now) return []
      return [{ class: 'old text', text: onOneLine(evidence.text), evidence: [now], evidenceIds: [now.id], asOf }]
    })
    .slice(0, count)
}

/** The oldest text known of a law stands for every earlier day, marked as assumed: it is no wrong version. */
function isInForce({ passage: { validFrom, validTo, validBasis } }: Evidence, asOf: Day): boolean {
  return (validBasis === 'assumed' || validFrom <= asOf) && (validTo === null || asOf < validTo)
}

function isSamePlace(a: Evidence, b: Evidence): boolean {
  return a.passage.norm === b.passage.norm && a.passage.paragraph === b.passage.paragraph && a.sentence === b.sentence
}
