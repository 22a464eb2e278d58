import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardSentence } from './deletion-guard.ts'

const guard = { share: 0.05, most: 100 }

test('a few documents may go without a person, more than the share or the number may not', () => {
  expect(guardSentence(5, 100, guard)).toBeNull()
  expect(guardSentence(6, 100, guard)).toContain('6 von 100 Dokumenten')
  expect(guardSentence(6, 100, guard)).toContain('höchstens 5 %')
  expect(guardSentence(101, 80_000, guard)).toContain('höchstens 100')
})

test('nothing to withdraw never asks, and a whole source never goes by itself', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.double({ min: 0, max: 0.99, noNaN: true }), fc.nat(1000), (of, share, most) => {
      expect(guardSentence(0, of, { share, most })).toBeNull()
      if (of > 0) expect(guardSentence(of, of, { share, most })).not.toBeNull()
    }),
  )
})
