import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifference } from './word-difference.ts'

test.each([
  [
    'Der Antrag ist binnen 12 Monaten zu stellen.',
    'Der Antrag ist binnen 18 Monaten zu stellen.',
    ['Der Antrag ist binnen [12 → 18] Monaten zu stellen.'],
  ],
  ['Er muss zahlen.', 'Er muss sofort zahlen.', ['Er muss [+ sofort] zahlen.']],
  ['Er muss sofort zahlen.', 'Er muss zahlen.', ['Er muss [− sofort] zahlen.']],
  ['Gleich  geblieben.', 'Gleich\ngeblieben.', []],
  ['', 'Neu.', ['[+ Neu.]']],
  [
    'Erst 1 Jahr, dann 1 Jahr.',
    'Erst 2 Jahre, dann 2 Jahre.',
    ['Erst [1 Jahr → 2 Jahre], dann', ', dann [1 Jahr → 2 Jahre].'],
  ],
])('%j to %j is marked as a clerk would', (before, after, places) => {
  expect(wordDifference(before, after)).toEqual(places)
})

test('long surroundings are cut at words', () => {
  const around = 'Die Behörde entscheidet nach pflichtgemäßem Ermessen über jeden einzelnen Antrag'
  expect(wordDifference(`${around} bald ${around}`, `${around} morgen ${around}`)).toEqual([
    '… Ermessen über jeden einzelnen Antrag [bald → morgen] Die Behörde entscheidet nach …',
  ])
})

test('many places are counted, not listed', () => {
  const words = Array.from({ length: 20 }, (_, index) => `Wort${index} bleibt hier stehen`)
  const places = wordDifference(words.join(' '), words.map((word) => word.replace('bleibt', 'ging')).join(' '))
  expect(places).toHaveLength(7)
  expect(places.at(-1)).toBe('… und 14 weitere Stellen')
})

test('a text that was rewritten altogether is named so, and quickly', () => {
  expect(wordDifference(longText('alt'), longText('neu'))).toEqual([
    expect.stringMatching(/^weitgehend neu gefasst \(bisher \d+, nun \d+ Zeichen\)$/),
  ])
})

test('texts with the same words have no places, others have some', () => {
  const words = fc.array(fc.constantFrom('Amt', 'Frist', 'zwölf', '12', 'nicht', ','), { maxLength: 12 })
  const rule = fc.property(words, words, (a, b) => {
    const same = a.join(' ') === b.join(' ')
    return same === (wordDifference(a.join(' '), b.join(' ')).length === 0)
  })
  expect(fc.check(rule).failed).toBe(false)
})

function longText(word: string): string {
  return Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(' ')
}
