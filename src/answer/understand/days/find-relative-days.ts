import type { Day } from '../../../law/day.ts'
import type { DayMention, DayRange } from '../../../law/understood.ts'
import { fold } from '../../../text/fold.ts'
import { numberWord } from '../../../text/number-words.ts'
import { addDays, addMonths, calendarDay, lastDayOfMonth } from './calendar-day.ts'

type Mention = Omit<DayMention, 'role'>

const offsets: Record<string, number> = { vorgestern: -2, gestern: -1, heute: 0, morgen: 1, übermorgen: 2 }
const aDay =
  /(?<!\p{L})(?:(?<word>[Aa]b|[Ss]eit|[Bb]is)\s+)?(?<name>[Vv]orgestern|[Gg]estern|[Hh]eute|(?<![Aa]m )morgen|[Üü]bermorgen)(?!\p{L})/gu
const aPeriod =
  /(?<!\p{L})(?:(?<word>ab|seit|bis|im|in|zum)\s+)?(?:(?:der|dem|den|des|zum|Anfang|Mitte|Ende)\s+)*(?<which>letzte|vergangene|vorige|diese|laufende|nächste|kommende)[nmrs]?\s+(?<unit>Woche|Monats?|Jahr(?:es)?)(?!\p{L})/giu
const aCount =
  /(?<!\p{L}|Tagen? )(?<word>vor|seit|in)\s+(?:(?:knapp|etwa|ca\.|rund|ungefähr|über|genau|gut|fast|mehr als|mindestens)\s+)?(?:eine[mr]\s+(?=halben))?(?<number>\d{1,3}|\p{L}{3,20})\s+(?<unit>Tag|Woche|Monat|Jahr)(?:e?n|e|s)?(?!\p{L})/giu

/** Days told from `asOf`: `seit gestern`, `letzten Monat`, `vor zwei Jahren`, `in drei Wochen`. */
export function findRelativeDays(text: string, asOf: Day): Mention[] {
  return [
    ...collect(text, aDay, 'relative', ({ name = '', word = '' }) => {
      const day = addDays(asOf, offsets[name.toLowerCase()] ?? 0)
      return day && open(word, { from: day, to: day })
    }),
    ...collect(text, aPeriod, 'relative', ({ which = '', unit = '', word = '' }) => {
      const period = periodOf(asOf, unit, stepOf(which.toLowerCase()))
      return period && open(word, period)
    }),
    ...collect(text, aCount, 'counted', ({ word = '', number = '', unit = '' }) => {
      const count = /\d/.test(number) ? Number(number) : numberWord(fold(number))
      const day = count === null ? null : shift(asOf, word.toLowerCase() === 'in' ? count : -count, unit)
      return day && open(word, { from: day, to: day })
    }),
  ]
}

type Groups = Record<string, string | undefined>

function collect(
  text: string,
  pattern: RegExp,
  kind: DayMention['kind'],
  resolve: (groups: Groups) => DayRange | null,
): Mention[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ index, 0: words, groups = {} }) => {
    const resolved = resolve(groups)
    return resolved
      ? [{ start: index, end: index + words.length, text: words, kind, resolved, yearAssumed: false }]
      : []
  })
}

function open(word: string, { from, to }: DayRange): DayRange {
  if (/^(?:ab|seit)$/i.test(word)) return { from, to: null }
  return word.toLowerCase() === 'bis' ? { from: null, to } : { from, to }
}

function stepOf(which: string): -1 | 0 | 1 {
  if (/^(?:letzte|vergangene|vorige)/.test(which)) return -1
  return /^(?:diese|laufende)/.test(which) ? 0 : 1
}

/** The calendar week (from Monday), month or year so many steps away. */
function periodOf(asOf: Day, unit: string, step: number): DayRange | null {
  if (/^w/i.test(unit)) {
    const monday = addDays(asOf, step * 7 - ((new Date(`${asOf}T00:00:00Z`).getUTCDay() + 6) % 7))
    return monday && { from: monday, to: addDays(monday, 6) }
  }
  const year = Number(asOf.slice(0, 4))
  if (/^j/i.test(unit)) {
    const from = calendarDay(year + step, 1, 1)
    return from && { from, to: calendarDay(year + step, 12, 31) }
  }
  const inMonth = addMonths(asOf, step)
  if (!inMonth) return null
  const [itsYear = 0, month = 0] = inMonth.split('-').map(Number)
  return { from: calendarDay(itsYear, month, 1), to: lastDayOfMonth(itsYear, month) }
}

/** Null for counts that come out at no day: half a month. */
function shift(asOf: Day, count: number, unit: string): Day | null {
  const days = /^t/i.test(unit) ? count : /^w/i.test(unit) ? count * 7 : null
  if (days !== null) return Number.isInteger(days) ? addDays(asOf, days) : null
  const months = /^j/i.test(unit) ? count * 12 : count
  return Number.isInteger(months) ? addMonths(asOf, months) : null
}
