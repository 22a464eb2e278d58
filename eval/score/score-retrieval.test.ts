import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCase, anAnswer, found, gold } from './__fixtures__/records.ts'
import { ndcg, scoreRetrieval } from './score-retrieval.ts'

const two = aCase({ gold: [gold('§ 1', '1', 'zwei Jahre'), gold('§ 7', null), gold('§ 9', '1', undefined, false)] })

test('a search is scored as worked out by hand, on norms and on passages', () => {
  const retrieved = [
    found('§ 3', '1'),
    found('§ 1', '2', 'Sie ist gebührenfrei.'),
    found('§ 1', '1', 'Die Karte gilt zwei  Jahre.'),
    found('§ 9', '1'),
    found('§ 7', '4'),
  ]
  const scores = scoreRetrieval(two, anAnswer({ retrieved }))
  expect(scores).toMatchObject({
    retrieval_recall_5: 1,
    retrieval_mrr: 1 / 2,
    passage_recall_5: 1,
    passage_mrr: 1 / 3,
  })
  // Norms in order: § 3 (0), § 1 by another Absatz (1), § 9 (supporting: 0), § 7 as a whole (2); best: 2, 2.
  expect(scores['retrieval_ndcg']).toBeCloseTo((1 / Math.log2(3) + 2 / Math.log2(5)) / (2 + 2 / Math.log2(3)), 12)
})

test('passages of one norm take one place among norms, and each its own among passages', () => {
  const retrieved = [...Array.from({ length: 6 }, (_, at) => found('§ 3', String(at))), found('§ 7', null)]
  expect(scoreRetrieval(two, anAnswer({ retrieved }))).toMatchObject({
    retrieval_recall_5: 0.5,
    passage_recall_5: 0,
    passage_recall_10: 0.5,
  })
})

test('a gold quote must lie in the passage: the right Absatz without the words is no hit', () => {
  const retrieved = [found('§ 1', '1', 'Die Karte gilt drei Jahre.')]
  expect(scoreRetrieval(two, anAnswer({ retrieved }))).toMatchObject({ passage_recall_10: 0, retrieval_recall_10: 0.5 })
})

test('nothing is scored where the system does not say what it found, or nothing is essential', () => {
  expect(scoreRetrieval(two, anAnswer({ retrieved: null }))).toEqual({})
  expect(scoreRetrieval(aCase({ answerable: false, gold: [] }), anAnswer({ retrieved: [] }))).toEqual({})
  expect(scoreRetrieval(two, anAnswer({ retrieved: [] }))).toMatchObject({ retrieval_recall_50: 0, retrieval_ndcg: 0 })
})

/*
 * Computed outside: scikit-learn 1.9.1, dcg_score(gains, [n … 1], k=10) of the ranking ÷ that of the ideal gains; the third
 * and fifth also by pytrec_eval (pytrec-eval-terrier 0.5.11), ndcg_cut_10 with these grades as qrels.
 */
test.each([
  [[0, 2, 1, 0, 2], [2, 2, 2], 0.5949433850089071],
  [[1, 0, 0, 2], [2, 2], 0.57064171895532],
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 2], [2], 0.28906482631788766],
  [[2, 1], [2, 2, 2, 2], 0.5135312443624668],
  [[2], [2], 1],
])('nDCG@10 of %j against %j is what scikit-learn says', (gains, ideal, expected) => {
  expect(ndcg(gains, ideal)).toBeCloseTo(expected, 12)
})

const norm = fc.integer({ min: 1, max: 12 }).map((number) => `§ ${number}`)
const paragraph = fc.option(fc.integer({ min: 1, max: 3 }).map(String))
const places = fc.array(fc.tuple(norm, paragraph), { maxLength: 25 })

test('every figure of a search lies between 0 and 1, and gold at the top is perfect', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(norm, paragraph), { minLength: 1, maxLength: 5 }), places, (wanted, others) => {
      const reference = aCase({ gold: wanted.map(([name, para]) => gold(name, para)) })
      const values = (retrieved: [string, string | null][]) =>
        scoreRetrieval(reference, anAnswer({ retrieved: retrieved.map(([name, para]) => found(name, para)) }))
      for (const value of Object.values(values(others))) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
      expect(values([...wanted, ...others])).toMatchObject({
        retrieval_recall_5: 1,
        retrieval_mrr: 1,
        passage_recall_5: 1,
        passage_mrr: 1,
      })
    }),
  )
})

test('nDCG is 1 exactly where each gold norm comes first by its gold Absatz', () => {
  const reference = aCase({ gold: [gold('§ 1', '1'), gold('§ 2', '3')] })
  const ndcgOf = (...retrieved: ReturnType<typeof found>[]) =>
    scoreRetrieval(reference, anAnswer({ retrieved }))['retrieval_ndcg']
  expect(ndcgOf(found('§ 2', '3'), found('§ 1', '1'), found('§ 1', '9'))).toBe(1)
  expect(ndcgOf(found('§ 2', '3'), found('§ 1', '2'), found('§ 1', '1'))).toBeLessThan(1)
})
