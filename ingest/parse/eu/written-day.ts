import { isDay, type Day } from '../../../src/law/day.ts'
import { findDates } from '../../../src/text/dates.ts'

/** The first day written out in full in a text (`13. Juli 2009`), or null. */
export function writtenDay(text: string): Day | null {
  for (const { year, month, day } of findDates(text)) {
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    if (isDay(iso)) return iso
  }
  return null
}
