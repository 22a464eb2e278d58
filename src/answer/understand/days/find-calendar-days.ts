import type { Day } from '../../../law/day.ts'
import type { DayMention, DayRange } from '../../../law/understood.ts'
import type { FoundDate } from '../../../text/dates.ts'
import { addDays, calendarDay, lastDayOfMonth } from './calendar-day.ts'
import { readWrittenDays } from './read-written-days.ts'

type Mention = Omit<DayMention, 'role'>

/** First and last day of what is written, and where the words stand. */
interface Period {
  start: number
  end: number
  from: Day
  to: Day
  yearAssumed: boolean
}

const filler =
  '(?:dem|den|der|des|einschließlich|zum|Anfang|Mitte|Ende|Jahr|Jahre|Jahres|Monat|Stichtag|Tag|Herbst|Frühjahr|Sommer|Winter)'
const lead = new RegExp(
  `(?<!\\p{L})(?:(?<word>ab|seit|vor|nach|bis|zum|vom|von|am|im|in|zwischen|per)\\s+)?(?:${filler}\\s+)*$`,
  'iu',
)
const joint = new RegExp(
  `^\\s*(?:(?:(?<and>und)|(?<bis>bis))(?:\\s+(?:zum|${filler}))*\\s+(?:zum\\s+)?|(?<dash>[-–])\\s*)$`,
  'iu',
)

/**
 * Days and stretches of days written as dates, each with its preposition: `ab 1.7.`, `vor dem 1.1.2024`, `vom 3.5. bis
 * 4.6.2024`, `im Mai 2024`. `vor` and `nach` leave the day itself out. Without a year the nearest to `asOf` is taken.
 */
export function findCalendarDays(text: string, asOf: Day): Mention[] {
  const dates = readWrittenDays(text, Number(asOf.slice(0, 4)))
  const mentions: Mention[] = []
  for (let at = 0; at < dates.length; at += 1) {
    const [date, next] = [dates[at], dates[at + 1]]
    if (!date) continue
    const joined = next && join(text, date, next, asOf)
    const mention = joined ?? single(text, date, asOf)
    if (mention) mentions.push(mention)
    if (joined) at += 1
  }
  return mentions
}

function single(text: string, date: FoundDate, asOf: Day): Mention | null {
  const period = periodOf(date, asOf)
  if (!period) return null
  const { start, word } = leadOf(text, date.start)
  const open = word === 'vom' && /^\s+an(?!\p{L})/u.test(text.slice(date.end))
  return mentionOf(text, { ...period, start }, range(open ? 'ab' : word, period))
}

/** Two dates that name one stretch: `vom 1.5. bis 31.8.2024`, `2020-2023`, `zwischen März und Mai 2024`. */
function join(text: string, first: FoundDate, second: FoundDate, asOf: Day): Mention | null {
  const groups = joint.exec(text.slice(first.end, second.start))?.groups
  const { start, word } = leadOf(text, first.start)
  if (!groups || (groups['and'] && word !== 'zwischen') || ['vor', 'nach', 'bis'].includes(word)) return null
  const to = periodOf(second, asOf)
  const from = to && periodBefore(first, second, to, asOf)
  if (!from || from.from > to.to) return null
  const yearAssumed = from.yearAssumed || to.yearAssumed
  return mentionOf(text, { ...to, start, yearAssumed }, { from: from.from, to: to.to })
}

/** A first date without a year has the second's, or the one before where it would come later. */
function periodBefore(first: FoundDate, second: FoundDate, to: Period, asOf: Day): Period | null {
  if (first.year !== null) return periodOf(first, asOf)
  const year = Number(to.to.slice(0, 4))
  const period = inYear(first, year)
  const earlier = period && period.from > to.to ? inYear(first, year - 1) : period
  return earlier && { ...earlier, yearAssumed: second.year === null }
}

function mentionOf(text: string, { start, end, yearAssumed }: Period, resolved: DayRange): Mention {
  return { start, end, text: text.slice(start, end), kind: 'calendar', resolved, yearAssumed }
}

function leadOf(text: string, before: number): { start: number; word: string } {
  const match = lead.exec(text.slice(Math.max(0, before - 60), before))
  return { start: before - (match?.[0].length ?? 0), word: (match?.groups?.['word'] ?? '').toLowerCase() }
}

function range(word: string, { from, to }: Period): DayRange {
  if (word === 'ab' || word === 'seit') return { from, to: null }
  if (word === 'bis') return { from: null, to }
  if (word === 'vor') return { from: null, to: addDays(from, -1) }
  if (word === 'nach') return { from: addDays(to, 1), to: null }
  return { from, to }
}

function periodOf(date: FoundDate, asOf: Day): Period | null {
  if (date.year !== null) return inYear(date, date.year)
  const thisYear = Number(asOf.slice(0, 4))
  const nearest = [0, -1, 1, -2, 2, -3, 3, -4, 4]
    .map((offset) => inYear(date, thisYear + offset))
    .filter((period) => period !== null)
    .toSorted((a, b) => distance(a, asOf) - distance(b, asOf))[0]
  return nearest ? { ...nearest, yearAssumed: true } : null
}

function inYear({ start, end, month, day }: FoundDate, year: number): Period | null {
  const from = calendarDay(year, month ?? 1, day ?? 1)
  const to = day === null ? lastDayOfMonth(year, month ?? 12) : from
  return from && to && { start, end, from, to, yearAssumed: false }
}

/** Days between; a day that lies in the period is none away. */
function distance({ from, to }: Period, day: Day): number {
  if (day < from) return (Date.parse(from) - Date.parse(day)) / 86_400_000
  return day > to ? (Date.parse(day) - Date.parse(to)) / 86_400_000 : 0
}
