import { z } from 'zod'

/** A calendar day in the legal time zone of Germany, ISO 8601 (`YYYY-MM-DD`); never a moment in time. */
export type Day = string & { readonly __brand: 'Day' }

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** True for a day that exists in the Gregorian calendar (`2024-02-30` does not). */
export function isDay(text: string): text is Day {
  if (!dayPattern.test(text)) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text
}

/** @throws RangeError for anything that is not a calendar day. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" ist kein Kalendertag der Form JJJJ-MM-TT.`)
  return text
}

/** Made once: making it takes longer than all else that a question about the day needs. */
const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

/** The day of a moment in Europe/Berlin, whatever the server's zone. */
export function dayAt(moment: Date): Day {
  return berlin.format(moment) as Day
}

/** Today in Europe/Berlin: "in force today" changes at midnight there. */
export function today(now: Date = new Date()): Day {
  return dayAt(now)
}

/** `2025-03-05` → `05.03.2025`, as German offices write days. */
export function germanDay(day: Day): string {
  const [year, month, dayOfMonth] = day.split('-')
  return `${dayOfMonth}.${month}.${year}`
}

/** The calendar day before: the last day of a period whose end names the first day after it. */
export function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day
}

export const daySchema = z.string().refine(isDay, 'kein Kalendertag der Form JJJJ-MM-TT').transform(toDay)
