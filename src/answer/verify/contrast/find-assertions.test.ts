import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAssertions } from './find-assertions.ts'

const said = (text: string) => findAssertions(text).map((each) => each.text)

describe('a question takes for given', () => {
  test.each([
    ['Die Gastkarte gilt ja fünf Jahre – wie verlängert man sie?', 'Die Gastkarte gilt ja fünf Jahre'],
    ['Die Gastkarte gilt fünf Jahre. Wie verlängert man sie?', 'Die Gastkarte gilt fünf Jahre.'],
    ['Da die Gastkarte fünf Jahre gilt: Wer verlängert?', 'die Gastkarte fünf Jahre gilt'],
    ['Warum gilt die Gastkarte erst nach drei Monaten?', 'gilt die Gastkarte erst nach drei Monaten'],
    ['Die Gastkarte gilt fünf Jahre, nicht wahr?', 'Die Gastkarte gilt fünf Jahre'],
    ['Die Gastkarte gilt fünf Jahre, oder?', 'Die Gastkarte gilt fünf Jahre'],
    ['Wie berechne ich die Frist von sechs Wochen für den Einwand?', 'die Frist von sechs Wochen für den Einwand'],
  ])('%s', (question, assertion) => {
    expect(said(question)).toEqual([assertion])
  })
})

describe('nothing is taken for given', () => {
  test.each([
    'Gilt die Gastkarte fünf Jahre?',
    'Gilt die Gastkarte fünf Jahre, oder?',
    'Wie lange gilt die Gastkarte?',
    'Er ist seit fünf Jahren hier. Bekommt er eine Gastkarte?',
    'Unser Gast hat eine Karte für fünf Jahre. Reicht das?',
    'Gastkarte Dauer',
    '',
  ])('"%s"', (question) => {
    expect(said(question)).toEqual([])
  })
})

test('offsets lead to the words of the question, whatever it is', () => {
  const pieces = fc.constantFrom(
    'Die Karte gilt ',
    'fünf Jahre',
    ' – ',
    'wie ',
    'da ',
    '? ',
    '. ',
    ', oder?',
    'Warum ',
    ': ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      (question) => {
        for (const { start, end, text } of findAssertions(question)) expect(question.slice(start, end)).toBe(text)
      },
    ),
  )
})
