import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Found } from '../../store/found.ts'
import { rankNorms } from './rank-norms.ts'

const weights = { text: 1, vector: 1, asked: 1, otherLaw: 0.6, cited: 0.25, defined: 0.1 }
const allKnown = { knows: () => true }

/** A passage of norm `normId`; its row is a hundred times that, plus `place`. */
const hit = (normId: number, score: number, place = 0, documentId = 'gii:stag'): Found => {
  return { rowId: normId * 100 + place, normId, documentId, norm: `§ ${normId}`, score }
}
const lists = (some: Partial<Record<'text' | 'vector' | 'asked', Found[]>>) => {
  return { text: [], vector: [], asked: [], ...some }
}
const order = (...parts: Parameters<typeof rankNorms>) => rankNorms(...parts).map(({ normId }) => normId)

describe('norms are ranked', () => {
  test('what several ways of searching find stands before what one of them finds', () => {
    const found = lists({
      text: [hit(1, 9), hit(2, 8), hit(3, 1)],
      vector: [hit(4, 0.9), hit(2, 0.8), hit(3, 0.1)],
    })
    expect(order(found, allKnown, weights)[0]).toBe(2)
  })

  test('a norm whose words stand in several Absätze stands before one that matches as well in a single one', () => {
    const found = lists({ text: [hit(1, 5), hit(2, 5), hit(2, 4, 1), hit(3, 1)] })
    expect(order(found, allKnown, weights)).toEqual([2, 1, 3])
  })

  test('a law the office applies itself stands before another that matches as well', () => {
    const found = lists({ text: [hit(1, 5, 0, 'gii:hwo'), hit(2, 5, 0, 'gii:aufenthg_2004'), hit(3, 1)] })
    expect(order(found, allKnown, weights)).toEqual([2, 1, 3])
  })

  test('a norm about which no questions are known is not worse for that', () => {
    const found = lists({
      text: [hit(1, 9), hit(2, 6), hit(3, 1)],
      vector: [hit(1, 0.9), hit(2, 0.6), hit(3, 0.1)],
      asked: [hit(2, 9), hit(3, 1)],
    })
    expect(order(found, allKnown, weights)[0]).toBe(2)
    expect(order(found, { knows: (_, norm) => norm !== '§ 1' }, weights)[0]).toBe(1)
  })

  test('each passage says every way it was found, with its rank and score there', () => {
    const [first] = rankNorms(lists({ text: [hit(2, 4), hit(1, 2)], vector: [hit(1, 0.9)] }), allKnown, weights)
    expect(first?.passages).toEqual([
      expect.objectContaining({
        rowId: 100,
        why: [
          { by: 'text', rank: 2, score: 2 },
          { by: 'vector', rank: 1, score: 0.9 },
        ],
      }),
    ])
  })

  test('nothing found ranks nothing', () => {
    expect(rankNorms(lists({}), allKnown, weights)).toEqual([])
  })

  test('every passage found belongs to exactly one ranked norm, whatever was found', () => {
    const found = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 9 })))
    fc.assert(
      fc.property(found, found, (text, vector) => {
        const hits = (pairs: [number, number][]) =>
          [
            ...new Map(pairs.map(([norm, place]) => [`${norm} ${place}`, hit(norm, place + 1, place)])).values(),
          ].toSorted((a, b) => b.score - a.score)
        const searched = lists({ text: hits(text), vector: hits(vector) })
        const rows = rankNorms(searched, allKnown, weights).flatMap(({ passages }) =>
          passages.map(({ rowId }) => rowId),
        )
        const expected = [...new Set([...searched.text, ...searched.vector].map(({ rowId }) => rowId))]
        expect(rows.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b))
      }),
    )
  })
})
