import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDay, toDay } from '../../../law/day.ts'
import { findDays } from './find-days.ts'

/** A Wednesday. */
const asOf = toDay('2025-03-05')

/** `from..to`, an open end empty; `?` unresolved; `~` a year that was assumed. */
function read(text: string, day = asOf): string[] {
  return findDays(text, day).map(({ text: words, resolved, yearAssumed, role }) => {
    const range = !resolved
      ? '?'
      : resolved.from === resolved.to
        ? resolved.from
        : `${resolved.from ?? ''}..${resolved.to ?? ''}`
    return `${words} = ${range}${yearAssumed ? '~' : ''} ${role ?? '-'}`
  })
}

describe('the days a question names', () => {
  test.each<[string, string[]]>([
    ['Antrag vom 3.5.2024', ['vom 3.5.2024 = 2024-05-03 Antrag']],
    ['Antrag vom 03.05.24, was gilt?', ['vom 03.05.24 = 2024-05-03 Antrag']],
    ['geb. 12.4.85 in Musterstadt', ['12.4.85 = 1985-04-12 Geburt']],
    ['am 3. Mai 2024 eingereist', ['am 3. Mai 2024 = 2024-05-03 Einreise']],
    ['am 3. mai 2024 eingereist', ['am 3. mai 2024 = 2024-05-03 Einreise']],
    ['im Mai 2024 zugestellt', ['im Mai 2024 = 2024-05-01..2024-05-31 Zustellung']],
    ['Welche Gebühr galt 2023?', ['2023 = 2023-01-01..2023-12-31 Rechtslage']],
    ['Einreise 05/2024', ['05/2024 = 2024-05-01..2024-05-31 Einreise']],
    ['Was gilt ab 1.7.?', ['ab 1.7. = 2025-07-01..~ Rechtslage']],
    ['Was gilt ab 1.7?', ['ab 1.7 = 2025-07-01..~ Rechtslage']],
    ['Antrag vom 30.12.', ['vom 30.12. = 2024-12-30~ Antrag']],
    ['seit März hier', ['seit März = 2025-03-01..~ Einreise']],
    ['seit dem 1.1.2020 in Deutschland', ['seit dem 1.1.2020 = 2020-01-01.. Einreise']],
    ['vor dem 1.1.2024 beantragt', ['vor dem 1.1.2024 = ..2023-12-31 Antrag']],
    ['vor 2024 beantragt', ['vor 2024 = ..2023-12-31 Antrag']],
    ['nach dem 31.12.2023 eingereist', ['nach dem 31.12.2023 = 2024-01-01.. Einreise']],
    ['Visum gültig bis Mai 2025', ['bis Mai 2025 = ..2025-05-31 Ablauf']],
    ['Fiktion gilt bis 3.5.2025', ['bis 3.5.2025 = ..2025-05-03 Ablauf']],
    ['zum 1.7.2025', ['zum 1.7.2025 = 2025-07-01 -']],
    ['vom 1.7.2025 an', ['vom 1.7.2025 = 2025-07-01.. -']],
    ['vom 3.5.2023 bis 4.6.2024', ['vom 3.5.2023 bis 4.6.2024 = 2023-05-03..2024-06-04 -']],
    ['vom 1.12. bis zum 31.1.2024', ['vom 1.12. bis zum 31.1.2024 = 2023-12-01..2024-01-31 -']],
    ['2020-2023 Student', ['2020-2023 = 2020-01-01..2023-12-31 -']],
    ['von 2020 bis Mai 2023', ['von 2020 bis Mai 2023 = 2020-01-01..2023-05-31 -']],
    ['zwischen 1.1.2023 und 31.3.2023', ['zwischen 1.1.2023 und 31.3.2023 = 2023-01-01..2023-03-31 -']],
    ['am 1.1.2023 und 31.3.2023', ['am 1.1.2023 = 2023-01-01 -', '31.3.2023 = 2023-03-31 -']],
    [
      'Bescheid vom 3.5.2024, zugestellt am 5.5.2024',
      ['vom 3.5.2024 = 2024-05-03 Bescheid', 'am 5.5.2024 = 2024-05-05 Zustellung'],
    ],
    ['Eingereist 2021, Antrag 2.3.2025', ['2021 = 2021-01-01..2021-12-31 Einreise', '2.3.2025 = 2025-03-02 Antrag']],
    ['Der Antrag wurde am 3.5.2024 abgelehnt.', ['am 3.5.2024 = 2024-05-03 Bescheid']],
    ['Antrag auf Verlängerung der AE vom 3.5.2024', ['vom 3.5.2024 = 2024-05-03 Antrag']],
    ['Einreise war früher. Am 3.5.2024 kam er.', ['Am 3.5.2024 = 2024-05-03 -']],
    ['seit gestern abgelaufen', ['seit gestern = 2025-03-04.. Ablauf']],
    ['Was gilt heute?', ['heute = 2025-03-05 Rechtslage']],
    ['ab morgen, am Morgen', ['ab morgen = 2025-03-06.. -']],
    ['vor zwei Jahren geheiratet', ['vor zwei Jahren = 2023-03-05 Eheschließung']],
    ['seit 5 Jahren in Deutschland', ['seit 5 Jahren = 2020-03-05.. Einreise']],
    ['vor einem halben Jahr', ['vor einem halben Jahr = 2024-09-05 -']],
    ['in drei Wochen Ausreise', ['in drei Wochen = 2025-03-26 Ausreise']],
    ['letzten Monat beantragt', ['letzten Monat = 2025-02-01..2025-02-28 Antrag']],
    ['Einreise im nächsten Jahr', ['im nächsten Jahr = 2026-01-01..2026-12-31 Einreise']],
    ['diese Woche', ['diese Woche = 2025-03-03..2025-03-09 -']],
    ['Was galt vor der Reform?', ['vor der Reform = ? Rechtslage']],
    ['nach altem Recht', ['nach altem Recht = ? Rechtslage']],
    ['altes Recht oder neues Recht', ['altes Recht = ? Rechtslage', 'neues Recht = ? Rechtslage']],
    ['seit der Gesetzesänderung', ['seit der Gesetzesänderung = ? Rechtslage']],
    ['Ausbildungsduldung a.F.', ['a.F. = ? Rechtslage']],
    ['AE lief am 30.11. ab – gilt die Fiktion?', ['am 30.11. = 2024-11-30~ Ablauf']],
    ['AE bis 31.03.25, kein Arbeitsvertrag', ['bis 31.03.25 = ..2025-03-31 Ablauf']],
    ['Kind geb. 4.7.2024 in Deutschland', ['4.7.2024 = 2024-07-04 Geburt']],
    ['Die Ausbildung beginnt am 1.8.', ['am 1.8. = 2025-08-01~ Beginn']],
    // What only looks like a day.
    ['NE nach 5 Jahren?', []],
    ['90 Tage in 180 Tagen', []],
    ['Verordnung (EU) 2016/679', []],
    ['verdient 2000 netto', []],
    ['Nr. 1.7. der Anlage', []],
    ['1.2. Was kostet das?', []],
    ['am 31.02.2024', []],
    ['seit einigen Jahren', []],
    ['in den letzten Jahren', []],
    ['ab 1.5 Jahren', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('29 February without a year is that of the nearest leap year', () => {
    expect(read('am 29.2. beantragt')).toEqual(['am 29.2. = 2024-02-29~ Antrag'])
  })

  test('a month ago from the 31st is the last day of a shorter month', () => {
    expect(read('vor einem Monat', toDay('2025-03-31'))).toEqual(['vor einem Monat = 2025-02-28 -'])
  })
})

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((date) => toDay(date.toISOString().slice(0, 10)))

test('a day is understood however it is written', () => {
  fc.assert(
    fc.property(days, (day) => {
      const [year = '', month = '', dayOfMonth = ''] = day.split('-')
      const long = new Date(day).toLocaleDateString('de-DE', { timeZone: 'UTC', dateStyle: 'long' })
      const forms = [`${dayOfMonth}.${month}.${year}`, `${Number(dayOfMonth)}.${Number(month)}.${year}`, long, day]
      for (const form of forms)
        expect(findDays(`Antrag vom ${form} liegt vor`, asOf)[0]?.resolved).toEqual({ from: day, to: day })
    }),
  )
})

test('without a year the day taken lies no further from the day asked than the same day of any other year', () => {
  fc.assert(
    fc.property(days, days, (written, asked) => {
      const [year = '', month = '', dayOfMonth = ''] = written.split('-')
      const found = findDays(`am ${Number(dayOfMonth)}.${Number(month)}.`, asked)[0]
      const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(asked))
      expect(found).toMatchObject({ yearAssumed: true })
      for (const step of [-1, 0, 1]) {
        const other = `${Number(asked.slice(0, 4)) + step}-${month}-${dayOfMonth}`
        if (isDay(other)) expect(distance(found?.resolved?.from ?? '')).toBeLessThanOrEqual(distance(other))
      }
      expect(year).not.toBe('')
    }),
  )
})

test('whatever is typed, mentions are in order, lie in the text, and name days that exist in order', () => {
  const pieces = fc.constantFrom(
    'ab ',
    'seit ',
    'vor ',
    'nach ',
    'bis ',
    'zum ',
    'vom ',
    'zwischen ',
    ' und ',
    'dem ',
    '1.7.',
    '31.12.',
    '29.2.',
    '2024',
    '3.5.24',
    '3. Mai ',
    'Mai ',
    '0',
    ', ',
    '? ',
    'zwei Jahren ',
    'letzten Monat ',
    'heute ',
    'Antrag ',
    'der Reform ',
    '99',
    '/',
    ' - ',
    'İ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.string(), days, (parts, noise, asked) => {
      const text = parts.join('') + noise
      let end = 0
      for (const day of findDays(text, asked)) {
        expect(day.start).toBeGreaterThanOrEqual(end)
        expect(text.slice(day.start, day.end)).toBe(day.text)
        const { from, to } = day.resolved ?? { from: null, to: null }
        for (const each of [from, to]) expect(each === null || isDay(each)).toBe(true)
        if (from !== null && to !== null) expect(from <= to).toBe(true)
        end = day.end
      }
    }),
    { numRuns: 500 },
  )
})
