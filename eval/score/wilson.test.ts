import { expect, test } from 'vitest'
import { shareOf } from './wilson.ts'

test('no miss among a hundred still leaves room for some', () => {
  const { share, low, high } = shareOf(100, 100)
  expect([share, high]).toEqual([1, 1])
  expect(low).toBeCloseTo(0.963, 3)
})

test('the interval lies around the share', () => {
  const { share, low, high } = shareOf(95, 100)
  expect(share).toBe(0.95)
  expect([low, high].map((each) => each.toFixed(3))).toEqual(['0.888', '0.978'])
})
