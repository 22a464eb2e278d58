import { type Day, isDay } from '../../../src/law/day.ts'
import { findDates } from '../../../src/text/dates.ts'
import type { Cell } from './table.ts'

/** Days from Excel's day 0 (30 December 1899) to 1970, and the span in which a number can be meant as a day. */
const epoch = 25_569
const [earliest, latest] = [14_611, 73_051]

/** A cell as a day: a date cell, its bare number, `5.3.2025`, `5. März 2025`, `2025-03-05`. Null where it is none. */
export function readDayCell(cell: Cell): Day | null {
  if (cell instanceof Date) return dayOf(cell)
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell > earliest && cell < latest
      ? dayOf(new Date((cell - epoch) * 86_400_000))
      : null
  if (typeof cell !== 'string') return null
  const [date, ...more] = findDates(cell)
  if (!date || more.length > 0 || date.year === null || date.month === null || date.day === null) return null
  const text = [date.year, pad(date.month), pad(date.day)].join('-')
  return isDay(text) ? text : null
}

/** Date cells are midnight in UTC, whatever the zone. */
function dayOf(date: Date): Day | null {
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  return isDay(text) ? text : null
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
