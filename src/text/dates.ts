/** A date as written; parts that are not written are null (`31. Dezember`, `Januar 2024`, `2024`). */
export interface FoundDate {
  start: number
  end: number
  year: number | null
  month: number | null
  day: number | null
}

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const monthNames = months.join('|')
const forms = [
  `(?<day>\\d{1,2})\\. ?(?<name>${monthNames})(?!\\p{L})(?: (?<year>\\d{4})(?!\\d))?`,
  '(?<dayNumber>\\d{1,2})\\. ?(?<monthNumber>\\d{1,2})\\. ?(?<yearNumber>(?:19|20)\\d\\d)(?!\\d)',
  '(?<isoYear>(?:19|20)\\d\\d)-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)(?!\\d)',
  `(?<onlyMonth>${monthNames}) (?<itsYear>\\d{4})(?!\\d)`,
  '(?<onlyYear>(?:19|20)\\d\\d)(?![\\d/]|[.,]\\d|\\s?(?:Euro|EUR|€|Cent|Prozent|%|Stunden|Tage|Personen|Punkte))',
]
const pattern = new RegExp(`(?<![\\p{L}\\d/]|\\d[.,]|\\d )(?:${forms.join('|')})`, 'gu')

/**
 * Dates in German text, in order: `1. Januar 2024`, `01.01.2024`, `2024-01-01`, `Januar 2024`, `31. Dezember`, `2024`.
 * Days that no calendar has (`31.02.2024`) are not dates.
 */
export function findDates(text: string): FoundDate[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: words, groups = {} }) => ({
    start: index,
    end: index + words.length,
    year: numberOf(
      groups['year'] ?? groups['yearNumber'] ?? groups['isoYear'] ?? groups['itsYear'] ?? groups['onlyYear'],
    ),
    month: monthOf(groups['name'] ?? groups['onlyMonth']) ?? numberOf(groups['monthNumber'] ?? groups['isoMonth']),
    day: numberOf(groups['day'] ?? groups['dayNumber'] ?? groups['isoDay']),
  })).filter(isInCalendar)
}

/** True where everything the first date says is said by the second too: `2024` and `Januar 2024` lie in `1. Januar 2024`. */
export function liesIn(date: FoundDate, other: FoundDate): boolean {
  return (
    (date.year === null || date.year === other.year) &&
    (date.month === null || date.month === other.month) &&
    (date.day === null || date.day === other.day)
  )
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function monthOf(name: string | undefined): number | null {
  return name === undefined ? null : months.indexOf(name) + 1
}

function isInCalendar({ year, month, day }: FoundDate): boolean {
  if (day === null || month === null) return true
  const date = new Date(Date.UTC(year ?? 2024, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
