import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bootstrapMean } from './bootstrap.ts'
import { scoreRanking } from './rank-scores.ts'

test('a ranking is scored as worked out by hand', () => {
  expect(scoreRanking(['a', 'x', 'b', 'y', 'z', 'c'], ['b', 'c'])).toEqual({
    recallAt5: 0.5,
    recallAt10: 1,
    reciprocalRank: 1 / 3,
  })
  expect(scoreRanking(['x', 'y'], ['a'])).toEqual({ recallAt5: 0, recallAt10: 0, reciprocalRank: 0 })
})

test('gold norms at the top are perfect, whatever follows', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 5 }), fc.array(fc.string()), (gold, rest) => {
      expect(scoreRanking([...gold, ...rest], gold)).toEqual({ recallAt5: 1, recallAt10: 1, reciprocalRank: 1 })
    }),
  )
})

test('an interval holds its mean, is the same twice, and is a point where all values agree', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 }), (values) => {
      const estimate = bootstrapMean(values)
      expect(estimate.low).toBeLessThanOrEqual(estimate.mean + 1e-9)
      expect(estimate.high).toBeGreaterThanOrEqual(estimate.mean - 1e-9)
      expect(bootstrapMean(values)).toEqual(estimate)
    }),
    { numRuns: 10 },
  )
  expect(bootstrapMean([1, 1, 1])).toEqual({ mean: 1, low: 1, high: 1, n: 3 })
})
