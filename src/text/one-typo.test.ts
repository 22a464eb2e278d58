import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOneTypoApart } from './one-typo.ts'

test.each([
  ['ausreisefrist', 'ausreisfrist', true],
  ['ausreisefrist', 'ausreisefrits', true],
  ['ausreisefrist', 'ausreisefriist', true],
  ['ausreisefrist', 'auszeisefrist', true],
  ['ausreisefrist', 'ausreisefrist', false],
  ['ausreisefrist', 'ausrreisefristt', false],
  ['ausreisefrist', 'einreisefrist', false],
])('%s and %s: %s', (a, b, expected) => {
  expect(isOneTypoApart(a, b)).toBe(expected)
})

test('it is the same read from either side, and a letter left out is always one', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(isOneTypoApart(a, b)).toBe(isOneTypoApart(b, a))
    }),
  )
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (word, place) => {
      const at = place % word.length
      expect(isOneTypoApart(word, word.slice(0, at) + word.slice(at + 1))).toBe(true)
    }),
  )
})
