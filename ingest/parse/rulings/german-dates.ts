import { isDay, type Day } from '../../../src/law/day.ts'

/** `18.10.1995` as a day; null for anything else. */
export function dayOfGerman(text: string): Day | null {
  const [, day = '', month = '', year = ''] = /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/.exec(text) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : null
}
