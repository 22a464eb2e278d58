import { isDay, type Day } from '../../../src/law/day.ts'

/** `26102009` in a publisher's key → `2009-10-26`; null for anything else. */
export function dayOfDigits(digits: string | undefined): Day | null {
  const day = (digits ?? '').replace(/^(\d{2})(\d{2})(\d{4})$/, '$3-$2-$1')
  return isDay(day) ? day : null
}
