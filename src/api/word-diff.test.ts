import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const lawLike = fc
  .array(fc.constantFrom('Die', 'Frist', 'beträgt', ' ', '\n', '§ 5', '30', 'Tage.', 'ß', '  '))
  .map((words) => words.join(''))

test('the parts give back both texts to the letter', () => {
  fc.assert(
    fc.property(lawLike, lawLike, (before, after) => {
      const parts = wordDiff(before, after)
      expect(joined(parts.filter(({ added }) => !added))).toBe(before)
      expect(joined(parts.filter(({ removed }) => !removed))).toBe(after)
    }),
  )
})

test('a word that changed is the only one marked', () => {
  const parts = wordDiff('Die Frist beträgt 30 Tage.', 'Die Frist beträgt 60 Tage.')
  expect(parts.filter(({ added, removed }) => added || removed)).toEqual([
    { value: '30', added: false, removed: true },
    { value: '60', added: true, removed: false },
  ])
})

test('texts that have nothing in common are replaced whole instead of compared for ever', () => {
  const before = Array.from({ length: 5000 }, (_, index) => `a${index}`).join(' ')
  const after = Array.from({ length: 5000 }, (_, index) => `b${index}`).join(' ')
  expect(wordDiff(before, after)).toHaveLength(2)
})

function joined(parts: { value: string }[]): string {
  return parts.map(({ value }) => value).join('')
}
