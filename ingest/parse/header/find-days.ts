import { findDates } from '../../../src/text/dates.ts'
import { isDay, type Day } from '../../../src/law/day.ts'

/** A whole day as written, half-open range in the text it was looked for in. */
export interface WrittenDay {
  day: Day
  start: number
  end: number
}

const englishMonths = 'January February March April May June July August September October November December'.split(' ')
const english = new RegExp(`(?<!\\d)(\\d{1,2}) (${englishMonths.join('|')}) (\\d{4})(?!\\d)`, 'g')
/** `9. 4. 2025`; a day without its century (`3.5.19`) is none here. */
const spaced = /(?<![\d.])(\d{1,2})\. (\d{1,2})\. ?((?:19|20)\d\d)(?!\d)/g

/** Whole days in German or English text, in order; months or years alone are left out. */
export function findDays(text: string): WrittenDay[] {
  const flat = text.replaceAll('\n', ' ')
  const german = findDates(flat).flatMap(({ start, end, year, month, day }) => placed(year, month, day, start, end))
  const more = [
    ...Array.from(flat.matchAll(english), ({ index, 0: words, 1: day, 2: month = '', 3: year }) =>
      placed(Number(year), englishMonths.indexOf(month) + 1, Number(day), index, index + words.length),
    ),
    ...Array.from(flat.matchAll(spaced), ({ index, 0: words, 1: day, 2: month, 3: year }) =>
      placed(Number(year), Number(month), Number(day), index, index + words.length),
    ),
  ].flat()
  const others = more.filter(({ start }) => !german.some((one) => one.start <= start && start < one.end))
  return [...german, ...others].toSorted((a, b) => a.start - b.start)
}

function placed(
  year: number | null,
  month: number | null,
  day: number | null,
  start: number,
  end: number,
): WrittenDay[] {
  if (year === null || month === null || day === null) return []
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(iso) ? [{ day: iso, start, end }] : []
}
