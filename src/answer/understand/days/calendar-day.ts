import { isDay, type Day } from '../../../law/day.ts'

/** Years in which a case, or the life of a person in it, can lie; other numbers are no years. */
const firstYear = 1900
const lastYear = 2199

/** The calendar day, or null where no calendar has it. Months count from 1. */
export function calendarDay(year: number, month: number, day: number): Day | null {
  const text = [String(year).padStart(4, '0'), pad(month), pad(day)].join('-')
  return year >= firstYear && year <= lastYear && isDay(text) ? text : null
}

export function addDays(day: Day, count: number): Day | null {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return asDay(date)
}

/** The same day of another month, or that month's last day where it is shorter (§ 188 BGB). */
export function addMonths(day: Day, count: number): Day | null {
  const date = new Date(`${day}T00:00:00Z`)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, last))
  return asDay(date)
}

export function lastDayOfMonth(year: number, month: number): Day | null {
  const first = calendarDay(year, month, 1)
  const next = first && addMonths(first, 1)
  return next && addDays(next, -1)
}

function asDay(date: Date): Day | null {
  return calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
