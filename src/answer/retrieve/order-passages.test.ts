import { expect, test } from 'vitest'
import type { Found } from '../../store/found.ts'
import { orderPassages } from './order-passages.ts'
import type { RankedNorm } from './rank-norms.ts'

const norm = (normId: number, score: number, rows: [rowId: number, score: number][]): RankedNorm => {
  const passages = rows.map(([rowId, each]) => ({ rowId, score: each, why: [{ by: 'text' as const, rank: 1 }] }))
  return { normId, documentId: 'gii:muster', norm: `§ ${normId}`, score, passages }
}
const named = (normId: number, rowId: number, score = 1): Found => {
  return { rowId, normId, documentId: 'gii:muster', norm: `§ ${normId}`, score }
}
const rows = (...parts: Parameters<typeof orderPassages>) => orderPassages(...parts).map(({ rowId }) => rowId)

test('norms stand by their score, each with its best passage; further ones follow a little below', () => {
  const ranked = [
    norm(1, 2, [
      [10, 0.5],
      [11, 0.9],
      [12, 0.1],
    ]),
    norm(2, 1.9, [[20, 1]]),
  ]
  expect(rows(ranked, [])).toEqual([11, 20, 10, 12])
})

test('what the question names stands above everything that was only searched for, an exact Absatz first', () => {
  const ranked = [norm(1, 3, [[10, 3]]), norm(8, 0.1, [[80, 0.1]])]
  expect(rows(ranked, [named(8, 80), named(8, 81, 1.5), named(9, 90)])).toEqual([81, 80, 90, 10])
})

test('norms named in a question keep its order', () => {
  expect(rows([], [named(7, 70), named(3, 30), named(5, 50)])).toEqual([70, 30, 50])
})

test('a passage that is named and found says both', () => {
  const [first] = orderPassages([norm(1, 3, [[10, 3]])], [named(1, 10)])
  expect(first?.why).toEqual([{ by: 'text', rank: 1 }, { by: 'reference' }])
})

test('all passages of a named norm stand in the order of the text before whatever was only searched for', () => {
  const long = Array.from({ length: 60 }, (_, at) => named(7, 100 + at))
  const ordered = orderPassages([norm(9, 5, [[1, 1]])], long)
  expect(ordered.map(({ rowId }) => rowId)).toEqual([...long.map(({ rowId }) => rowId), 1])
  expect(ordered.every(({ score }, at) => score < (ordered[at - 1]?.score ?? Infinity))).toBe(true)
})
