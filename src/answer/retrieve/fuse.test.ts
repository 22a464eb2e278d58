import { expect, test } from 'vitest'
import { fuse } from './fuse.ts'

const hit = (rowId: number, documentId = 'gii:stag', score = 0.5) => ({ rowId, documentId, score })

test('what both ways of searching find stands before what one of them finds', () => {
  const fused = fuse({ reference: [], text: [hit(1), hit(2)], vector: [hit(3), hit(2)] })
  expect(fused.map(({ rowId }) => rowId)).toEqual([2, 1, 3])
})

test('each hit says every way it was found, with its rank there', () => {
  const fused = fuse({ reference: [hit(2, 'gii:stag', 1)], text: [hit(1), hit(2)], vector: [hit(2)] })
  expect(fused[0]).toMatchObject({
    rowId: 2,
    why: [{ by: 'reference' }, { by: 'text', rank: 2 }, { by: 'vector', rank: 1 }],
  })
  expect(fused[1]).toMatchObject({ rowId: 1, why: [{ by: 'text', rank: 1 }] })
})

test('what the question names stands above everything that was only searched for, a named Absatz first', () => {
  const fused = fuse({
    reference: [hit(8, 'gii:stag', 1), hit(9, 'gii:stag', 1.5)],
    text: [hit(1), hit(2), hit(8)],
    vector: [hit(1)],
  })
  expect(fused.map(({ rowId }) => rowId)).toEqual([9, 8, 1, 2])
})

test('a law the office applies itself stands before another that matches as well', () => {
  const fused = fuse({ reference: [], text: [hit(1, 'gii:hwo'), hit(2, 'gii:aufenthg_2004')], vector: [] })
  expect(fused.map(({ rowId }) => rowId)).toEqual([2, 1])
})

test('no list at all gives no hit', () => {
  expect(fuse({ reference: [], text: [], vector: [] })).toEqual([])
})
