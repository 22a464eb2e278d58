import type { Day } from '../../src/law/day.ts'
import type { PointFinding } from './metric.ts'
import { hasSamePolarity, isOverstated } from './polarity.ts'
import type { Compare, Similarity } from './similarity.ts'
import { isTurned } from './turned.ts'

/** Says by rules and embeddings whether sentences state a point. No model is asked; docs/evaluation.md says how often it errs. */
export interface Matcher {
  /**
   * A point is covered where one sentence, or two in a row, are about it and no rule speaks against it: a sentence with
   * another number, negation or modality does not cover it, and contradicts it where it is otherwise very like.
   */
  find(point: string, sentences: string[], asOf: Day): PointFinding
  /** The sentence that asserts a wrong claim, told strictly: an answer must not be called wrong for a near miss. */
  asserting(claim: string, sentences: string[], asOf: Day): string | null
}

/** Chosen by leave-one-topic-out on key-point-pairs.tsv (`npm run eval -- matcher`), precision counting double. */
const leastCovered = 0.42
/** Sentences of the law are long: without this their many words alone would cover a short point. */
const leastCoveredCosine = 0.38
const leastContradicted = 0.56
const longestContradiction = 2.5
/** Two sentences together have more words, and more by chance. */
const leastTogether = 0.55
const longestTogether = 3
const leastAsserted = 0.55
const leastAssertedCosine = 0.5

export function createMatcher(compare: Compare): Matcher {
  const find = (point: string, sentences: string[], asOf: Day): PointFinding => {
    const isClear = (text: string) => !isAbout(compare(point, text)) || !speaksAgainst(point, text, asOf)
    const together = pairsOf(sentences).filter((pair) => {
      const text = pair.join(' ')
      const isShort = text.length <= longestTogether * point.length
      return isShort && pointScore(compare(point, text)) >= leastTogether && pair.every(isClear)
    })
    const covering = [...sentences, ...together.map((pair) => pair.join(' '))]
      .filter((text) => isAbout(compare(point, text)))
      .toSorted((a, b) => pointScore(compare(point, b)) - pointScore(compare(point, a)))
      .find((text) => !speaksAgainst(point, text, asOf))
    if (covering !== undefined) return { point, verdict: 'covered', sentence: covering }
    const turned = sentences.find((text) => isContradicted(compare(point, text), point, text, asOf))
    return { point, verdict: turned === undefined ? 'absent' : 'contradicted', sentence: turned ?? null }
  }
  return {
    find,
    asserting: (claim, sentences, asOf) =>
      sentences.find((text) => isAsserted(compare(claim, text), claim, text, asOf)) ?? null,
  }
}

export function isAbout(similarity: Similarity, threshold: number = leastCovered): boolean {
  return pointScore(similarity) >= threshold && similarity.cosine >= leastCoveredCosine
}

/** By the verifier's rules, or because the sentence says `immer`, `nie` or `ausgeschlossen` and the point does not. */
export function speaksAgainst(point: string, text: string, asOf: Day): boolean {
  return isOverstated(point, text) || isTurned(point, text, asOf)
}

/** A sentence much longer than the point says much besides, and lacks the point's number or negation for other reasons. */
export function isContradicted(similarity: Similarity, point: string, text: string, asOf: Day): boolean {
  if (similarity.cosine < leastContradicted || !isAbout(similarity)) return false
  return text.length <= longestContradiction * point.length && speaksAgainst(point, text, asOf)
}

/** Words that are there in some form, and the nearest in meaning for those that are not. */
function pointScore({ words, nearest }: Similarity): number {
  return (words + nearest) / 2
}

export function isAsserted(similarity: Similarity, claim: string, text: string, asOf: Day): boolean {
  if (pointScore(similarity) < leastAsserted || similarity.cosine < leastAssertedCosine) return false
  return hasSamePolarity(claim, text) && !isTurned(claim, text, asOf)
}

/** Each two in a row. */
function pairsOf(sentences: string[]): [string, string][] {
  return sentences.slice(1).map((second, at) => [sentences[at] ?? '', second])
}
