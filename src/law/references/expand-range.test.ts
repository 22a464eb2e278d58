import { expect, test } from 'vitest'
import { covers, expandRange } from './expand-range.ts'
import { findReferences } from './find-references.ts'

const keys = ['Eingangsformel', '§ 26', '§ 27', '§ 27a', '§ 28', '§ 30', '§ 36', '§ 36a', '§ 37', 'Anlage 1']

test.each([
  ['§§ 27 bis 36', ['§ 27', '§ 27a', '§ 28', '§ 30', '§ 36']],
  ['§§ 27 bis 36a', ['§ 27', '§ 27a', '§ 28', '§ 30', '§ 36', '§ 36a']],
  ['§§ 29 bis 30', ['§ 30']],
  ['§ 27 f.', ['§ 27', '§ 27a']],
  ['§§ 30 ff.', ['§ 30', '§ 36', '§ 36a', '§ 37']],
  ['§ 27', ['§ 27']],
  ['§ 99', []],
  ['§ 27 Abs. 1 bis 3', ['§ 27']],
  ['Anlage 1', ['Anlage 1']],
])('%s covers the norms the law really has', (text, expected) => {
  expect(findReferences(text).flatMap((reference) => expandRange(reference, keys))).toEqual(expected)
})

test('a norm lies in a range by its number, whether or not the list of norms is at hand', () => {
  const [range] = findReferences('§§ 27 bis 36a')
  expect(['§ 26', '§ 27', '§ 35', '§ 36a', '§ 36b', 'Art 30'].filter((norm) => range && covers(range, norm))).toEqual([
    '§ 27',
    '§ 35',
    '§ 36a',
  ])
})
