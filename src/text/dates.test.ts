import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDates, liesIn } from './dates.ts'

test.each([
  ['bis zum 1. Januar 2024', [[2024, 1, 1]]],
  ['am 01.01.2024', [[2024, 1, 1]]],
  ['am 1.1.2024.', [[2024, 1, 1]]],
  ['2024-12-31', [[2024, 12, 31]]],
  ['jeweils bis zum 31. Dezember des Vorjahres', [[null, 12, 31]]],
  ['seit März 2024', [[2024, 3, null]]],
  ['im Jahr 2024', [[2024, null, null]]],
  ['2024 Euro', []],
  ['12 2024', []],
  ['25 000', []],
  ['Verordnung (EU) 2016/679', []],
  ['BGBl. I 1950', [[1950, null, null]]],
  ['am 31.02.2024', []],
  [
    'vom 3. Mai 2023 bis 4. Juni 2024',
    [
      [2023, 5, 3],
      [2024, 6, 4],
    ],
  ],
])('%s is read as its dates', (text, expected) => {
  expect(findDates(text).map(({ year, month, day }) => [year, month, day])).toEqual(expected)
})

test('a day is the same however it is written', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const written = date.toLocaleDateString('de-DE', {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      })
      const digits = iso.split('-').toReversed().join('.')
      const [a, b, c] = [iso, written, digits].map((text) => findDates(`Am ${text} gilt`)[0])
      expect(a).toBeDefined()
      expect(a && b && c && liesIn(a, b) && liesIn(b, c) && liesIn(c, a)).toBe(true)
    }),
  )
})

test('a coarser date lies in a finer one, not the other way round', () => {
  const [year, month, day] = ['2024', 'Januar 2024', '1. Januar 2024'].map((text) => findDates(text)[0])
  if (!year || !month || !day) throw new Error('not read')
  expect([liesIn(year, day), liesIn(month, day), liesIn(day, month), liesIn(month, year)]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
