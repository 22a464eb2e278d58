import { expect, test } from 'vitest'
import { quotesOverlap } from './quotes-overlap.ts'

test('quotes overlap where one holds the other or runs into it by more than a few words', () => {
  const sentence = 'Die Gastkarte gilt drei Monate und darf danach nicht verlängert werden.'
  expect(quotesOverlap(sentence, 'gilt drei Monate')).toBe(true)
  expect(quotesOverlap('darf danach nicht verlängert werden. Ausnahmen regelt das Gästeamt.', sentence)).toBe(true)
  expect(quotesOverlap(sentence, 'verlängert werden. Die Gebühr beträgt 50 Muster.')).toBe(false)
  expect(quotesOverlap(sentence, 'Die Gastkarte kostet 50 Muster.')).toBe(false)
  expect(quotesOverlap('Die Gastkarte\ngilt  drei Monate', sentence)).toBe(true)
})
