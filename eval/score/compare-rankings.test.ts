import { expect, test } from 'vitest'
import { compareRankings } from './compare-rankings.ts'
import { estimateDrop } from './estimate-drop.ts'

test('ways of ranking are compared with the first, question by question, as worked out by hand', () => {
  const [ours, other] = compareRankings(
    [
      { name: 'ours', rankings: [['a', 'b'], ['c']] },
      { name: 'other', rankings: [['x', 'a'], []] },
    ],
    [['a'], ['c']],
  )
  expect(ours?.figures.reciprocalRank.mean).toBe(1)
  expect(ours?.difference.reciprocalRank).toMatchObject({ mean: 0, low: 0, high: 0, n: 2 })
  // 1/2 and 0 for the other, 1 and 1 for ours: it has 1/2 and 1 less.
  expect(other?.figures.reciprocalRank.mean).toBe(0.25)
  expect(other?.difference.reciprocalRank).toMatchObject({ mean: -0.75, low: -1, high: -0.5 })
  expect(other?.difference.recallAt5.mean).toBe(-0.5)
})

test('the drop of a question is that of the mean of its variants', () => {
  const score = (value: number) => ({ recallAt5: value, recallAt10: value, reciprocalRank: value })
  const drop = estimateDrop([
    { original: score(1), variants: [score(1), score(0)] },
    { original: score(0.5), variants: [score(0.5)] },
  ])
  expect(drop.recallAt5).toMatchObject({ mean: 0.25, low: 0, high: 0.5, n: 2 })
})
