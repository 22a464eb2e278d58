import { findDates, type FoundDate } from '../../../text/dates.ts'

const monthNames = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'
const inAnyCase = new RegExp(`(?<!\\p{L})(?:${monthNames})(?!\\p{L})`, 'giu')

const dayAndMonth = '(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})'
const notInNumber = '(?<![\\p{L}\\d/]|\\d[.,]|(?:Nr|Ziff|Abs)\\. ?)'
const notMeasured = '(?!\\.?[\\d/]|,\\d|\\.? ?(?:Jahr|Monat|Woche|Tag|Stund|Prozent|Euro|%|€))'
/** Forms people type and statutes do not: short years, no year, no full stop. */
const typed: RegExp[] = [
  new RegExp(`${notInNumber}${dayAndMonth}\\. ?(?<shortYear>\\d\\d)(?!\\d|\\.\\d)`, 'gu'),
  new RegExp(`${notInNumber}(?<!^)${dayAndMonth}\\.(?! ?\\d)${notMeasured}`, 'gmu'),
  new RegExp(`(?<=(?<!\\p{L})(?:ab|seit|bis|zum|vom|am|dem) )${dayAndMonth}${notMeasured}`, 'giu'),
  /(?<![\p{L}\d/-])(?<month>0[1-9]|1[0-2])\/(?<year>(?:19|20)\d\d)(?![\d/])/gu,
  new RegExp(
    `(?<=(?<!\\p{L})(?:im|seit|ab|bis|vor|nach|Anfang|Mitte|Ende|Monat|von) )(?<name>${monthNames})(?!\\p{L})`,
    'gu',
  ),
]
/** `2000 netto` and `verdient 2000` are money. */
const moneyBefore = /(?:verdien\p{L}*|(?:gehalt|lohn|miete|einkommen|rente) (?:von|über|ist|beträgt))\s*$/iu
const moneyAfter = /^\s*(?:netto|brutto|monatlich|im Monat|pro|je|Menschen|Leute)/iu

/**
 * Dates a question writes, in order, not overlapping; more forms than a statute's: `3.5.24`, `1.7.`, `ab 1.7`, `05/2024`,
 * `seit März`, months in small letters. Years of two digits lie at most ten years after `thisYear`.
 */
export function readWrittenDays(text: string, thisYear: number): FoundDate[] {
  const proper = text.replace(inAnyCase, (name) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase())
  const dates = findDates(proper).filter((date) => !isMoney(text, date))
  for (const form of typed) {
    for (const match of proper.matchAll(form)) {
      const date = asDate(match, thisYear)
      if (isPossible(date) && !dates.some((other) => other.start < date.end && date.start < other.end)) dates.push(date)
    }
  }
  return dates.toSorted((a, b) => a.start - b.start)
}

function asDate({ index, 0: words, groups = {} }: RegExpExecArray, thisYear: number): FoundDate {
  const { day, month, name, year, shortYear } = groups
  return {
    start: index,
    end: index + words.length,
    year: year ? Number(year) : shortYear ? fullYear(Number(shortYear), thisYear) : null,
    month: name ? monthNames.split('|').indexOf(name) + 1 : Number(month),
    day: day ? Number(day) : null,
  }
}

function fullYear(short: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100)
  const year = century + short
  return year > thisYear + 10 ? year - 100 : year
}

function isPossible({ year, month, day }: FoundDate): boolean {
  if (month === null || month < 1 || month > 12) return false
  return day === null || (day > 0 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate())
}

function isMoney(text: string, { start, end, month }: FoundDate): boolean {
  return month === null && (moneyBefore.test(text.slice(0, start).slice(-40)) || moneyAfter.test(text.slice(end)))
}
