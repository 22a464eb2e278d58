import { dayBefore, type Day } from '../../../src/law/day.ts'

/**
 * The last day of what is out of force "am …": the day before, as it is so from that day's beginning on (Handbuch der
 * Rechtsförmlichkeit: else "mit Ablauf des"). Named by the last day of a month, that day's end is meant: nobody lets a
 * decree end on the 30th of December. A person is to look at either.
 */
export function lastDayBefore(outOfForce: Day): Day {
  const next = new Date(Date.parse(`${outOfForce}T00:00:00Z`) + 86_400_000)
  return next.getUTCDate() === 1 ? outOfForce : dayBefore(outOfForce)
}
