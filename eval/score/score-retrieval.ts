import { foldWhiteSpace } from '../../src/text/fold-white-space.ts'
import { normName } from '../reference/norm-name.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import { essentialPlaces, type GoldPlace, normsOf } from './gold-norms.ts'
import { figure, type Scorer, shareOf } from './scorer.ts'

type Found = NonNullable<AnswerRecord['retrieved']>[number]

/**
 * What the search found of the essential gold, in the order in which the system ranked it (D6, D7):
 * recall@k = gold norms among the first k norms ÷ gold norms (a norm stands where its first passage does);
 * MRR@10 = 1 ÷ place of the first gold norm, 0 beyond 10; nDCG@10 over norms, graded by the first passage of each: its
 * Absatz is gold 2, another Absatz of a gold norm 1 (linear gain, log2 discount: Järvelin and Kekäläinen 2002, as
 * trec_eval has it). The same on passages: one is right where the gold quote lies in it, or, without a quote, where it is
 * the gold Absatz. Null where the system does not say what it found, or nothing is essential.
 */
export const scoreRetrieval: Scorer = (reference, { retrieved }) => {
  const gold = essentialPlaces(reference)
  if (retrieved === null || gold.length === 0) return {}
  const norms = [...new Set(retrieved.map(nameOf))]
  const first = norms.map((norm) => retrieved.find((found) => nameOf(found) === norm))
  const isRight = (found: Found) => gold.some((place) => isAt(found, place))
  return {
    retrieval_recall_5: recall(norms, gold, 5),
    retrieval_recall_10: recall(norms, gold, 10),
    retrieval_recall_50: recall(norms, gold, 50),
    retrieval_mrr: reciprocalRank(norms, (norm) => gold.some((place) => place.norm === norm)),
    retrieval_ndcg: ndcg(
      first.map((found) => (found ? gradeOf(found, gold) : 0)),
      normsOf(gold).map(() => 2),
    ),
    passage_recall_5: shareOf(gold, (place) => retrieved.slice(0, 5).some((found) => isAt(found, place))),
    passage_recall_10: shareOf(gold, (place) => retrieved.slice(0, 10).some((found) => isAt(found, place))),
    passage_recall_50: shareOf(gold, (place) => retrieved.slice(0, 50).some((found) => isAt(found, place))),
    passage_mrr: reciprocalRank(retrieved, isRight),
  }
}

function nameOf({ documentId, norm }: Found): string {
  return normName(documentId, norm ?? '')
}

function recall(ranked: string[], gold: GoldPlace[], depth: number): number | null {
  return shareOf(normsOf(gold), (norm) => ranked.slice(0, depth).includes(norm))
}

function reciprocalRank<T>(ranked: T[], isRight: (item: T) => boolean): number {
  const place = ranked.slice(0, 10).findIndex(isRight)
  return place === -1 ? 0 : 1 / (place + 1)
}

/** Gains of a ranking against those of the best one there could be, both cut at 10. */
export function ndcg(gains: number[], ideal: number[]): number {
  return cumulated(gains) / cumulated(ideal)
}

function cumulated(gains: number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0)
}

function gradeOf(found: Found, gold: GoldPlace[]): number {
  const own = gold.filter(({ norm }) => norm === nameOf(found))
  return figure(own.length > 0) + figure(own.some(({ paragraph }) => isParagraph(found, paragraph)))
}

function isAt(found: Found, { norm, paragraph, quote }: GoldPlace): boolean {
  if (nameOf(found) !== norm) return false
  return quote === null ? isParagraph(found, paragraph) : plain(found.text).includes(plain(quote))
}

function isParagraph(found: Found, paragraph: string | null): boolean {
  return paragraph === null || found.paragraph === paragraph
}

function plain(text: string): string {
  return foldWhiteSpace(text).trim()
}
