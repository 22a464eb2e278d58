import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaveOneTopicOut } from './leave-one-topic-out.ts'
import { weightGrid } from './weight-grid.ts'

const score = (value: number) => ({ recallAt5: value, recallAt10: value, reciprocalRank: value })

test('each topic is scored with what is best on the others, as worked out by hand', () => {
  // Settings 0, 1, 2. Without topic a: sums 0, 1.5, 1 → setting 1 → a scores 0. Without b (two questions): a alone →
  // setting 0, which gives both questions of b nothing. All: sums 1, 1.5, 1.2 → setting 1.
  const result = leaveOneTopicOut([
    { topic: 'a', scores: [score(1), score(0), score(0.2)] },
    { topic: 'b', scores: [score(0), score(1), score(0.5)] },
    { topic: 'b', scores: [score(0), score(0.5), score(0.5)] },
  ])
  expect(result.heldOut.recallAt5).toMatchObject({ mean: 0, n: 3 })
  expect(result.chosen).toEqual([
    { setting: 0, topics: 1 },
    { setting: 1, topics: 1 },
  ])
  expect(result.inSample.setting).toBe(1)
  expect(result.inSample.figures.reciprocalRank.mean).toBe(0.5)
})

test('of equally good settings the first is chosen, and the choice most made comes first', () => {
  const result = leaveOneTopicOut(
    ['a', 'b', 'c'].map((topic) => ({ topic, scores: [score(0.5), score(0.5), score(0.1)] })),
  )
  expect(result.chosen).toEqual([{ setting: 0, topics: 3 }])
})

test('what is left out cannot do better than one setting chosen for each question afterwards, nor worse than the worst', () => {
  const values = fc.constantFrom(0, 0.25, 0.5, 1)
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ topic: fc.constantFrom('a', 'b', 'c'), scores: fc.array(values, { minLength: 3, maxLength: 3 }) }),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      (questions) => {
        const { heldOut } = leaveOneTopicOut(
          questions.map(({ topic, scores }) => ({ topic, scores: scores.map(score) })),
        )
        const mean = (pick: (scores: number[]) => number) =>
          questions.reduce((sum, { scores }) => sum + pick(scores), 0) / questions.length
        expect(heldOut.recallAt5.mean).toBeLessThanOrEqual(mean((scores) => Math.max(...scores)) + 1e-9)
        expect(heldOut.recallAt5.mean).toBeGreaterThanOrEqual(mean((scores) => Math.min(...scores)) - 1e-9)
      },
    ),
    { numRuns: 20 },
  )
})

test('a grid holds every combination once', () => {
  expect(weightGrid<{ text: number; cited: number }>({ text: [1], cited: [0, 0.5] })).toEqual([
    { text: 1, cited: 0 },
    { text: 1, cited: 0.5 },
  ])
})
