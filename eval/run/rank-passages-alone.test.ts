import { expect, test } from 'vitest'
import { rankNorms } from '../../src/answer/retrieve/rank-norms.ts'
import { rankPassagesAlone } from './rank-passages-alone.ts'

const weights = { text: 1, vector: 1, asked: 1, otherLaw: 1, cited: 0, defined: 0 }
const everyNorm = { knows: () => true, search: () => [], mend: () => [] }
const found = (rowId: number, normId: number, score: number) => ({
  rowId,
  normId,
  documentId: 'gii:demo_x',
  norm: `§ ${normId}`,
  score,
})

test('alone, two passages of a norm found in two ways do not help each other, and the norm stands once', () => {
  const lists = {
    text: [found(1, 10, 1), found(3, 20, 0.6), found(9, 90, 0)],
    vector: [found(2, 10, 1), found(3, 20, 0.6), found(9, 90, 0)],
    asked: [],
  }
  // Passage 3 has 0.6 by each way, passages 1 and 2 have 1 by one way only; their norm has both.
  expect(rankNorms(lists, everyNorm, weights).map(({ normId }) => normId)).toEqual([10, 20, 90])
  expect(rankPassagesAlone(lists, everyNorm, weights).map(({ normId }) => normId)).toEqual([20, 10, 90])
})
