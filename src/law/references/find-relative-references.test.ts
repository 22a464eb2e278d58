import { expect, test } from 'vitest'
import { findRelativeReferences } from './find-relative-references.ts'

test.each([
  ['unbeschadet des Absatzes 2 Satz 4', [['2', 4, '']]],
  ['Die Sätze 1 bis 4 gelten', [[null, 1, '']]],
  [
    'nach Absatz 1 oder Absatz 2',
    [
      ['1', null, ''],
      ['2', null, ''],
    ],
  ],
  ['mit Ausnahme der Nummer 5', [[null, null, '5']]],
  ['§ 27 Absatz 3 Satz 2 und Satz 3 des Musterrechts', []],
  ['§ 27 Absatz 3 gilt, Absatz 4 nicht', [['4', null, '']]],
  ['dieser Absatz gilt', []],
])('%s refers to parts of its own norm', (text, expected) => {
  const found = findRelativeReferences(text)
  expect(found.map(({ paragraph, sentence, path }) => [paragraph, sentence, path.join('.')])).toEqual(expected)
  for (const { start, end, text: words, norm } of found) {
    expect(text.slice(start, end)).toBe(words)
    expect(norm).toBeNull()
  }
})
