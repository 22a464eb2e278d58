import { describe, expect, test } from 'vitest'
import { splitBullet, splitNumber } from './split-number.ts'

describe('the number a line begins with', () => {
  test.each([
    ['2.1 Zuständigkeit', '2.1', 'Zuständigkeit'],
    ['2.1.3. Verfahren', '2.1.3.', 'Verfahren'],
    ['3. der Pass', '3.', 'der Pass'],
    ['a) ein Foto', 'a)', 'ein Foto'],
    ['aa) ein Foto', 'aa)', 'ein Foto'],
    ['(2) Die Behörde', '(2)', 'Die Behörde'],
    ['II. Verfahren', 'II.', 'Verfahren'],
    ['A. Allgemeines', 'A.', 'Allgemeines'],
    ['§ 4 Zuständigkeit', '§ 4', 'Zuständigkeit'],
    ['Anlage 1: Muster', 'Anlage 1:', 'Muster'],
  ])('%s', (line, number, rest) => {
    expect(splitNumber(line)).toEqual({ number, rest })
  })

  test.each([
    ['a day', '12. März 2024 ist der letzte Tag'],
    ['a day in digits', '03.05.2024 Köln'],
    ['a reference', '§ 8 Abs. 2 Nr. 1 gilt'],
    ['a reference to a law', '§ 60a AufenthG gilt entsprechend'],
    ['a year', '2024 wurde entschieden'],
    ['an amount', '1.000 Euro'],
    ['a number that only headings may have without a point', '1 Allgemeines'],
  ])('is none: %s', (_, line) => {
    expect(splitNumber(line)).toBeNull()
  })

  test('in headings a number needs no point', () => {
    expect(splitNumber('1 Allgemeines', true)).toEqual({ number: '1', rest: 'Allgemeines' })
    expect(splitNumber('2.1.3Nachweise', true)).toEqual({ number: '2.1.3', rest: 'Nachweise' })
    expect(splitNumber('2.1.3Nachweise')).toBeNull()
  })
})

test('dashes and dots mark items, a word with a hyphen does not', () => {
  expect(splitBullet('• ein Pass')).toBe('ein Pass')
  expect(splitBullet('– ein Pass')).toBe('ein Pass')
  expect(splitBullet('-pflichtig')).toBeNull()
})
