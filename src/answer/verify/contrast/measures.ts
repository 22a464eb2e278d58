import { countedIn } from '../check-numbers.ts'

/** What a text says of a period, an amount, a level or a count: the values that agree with it. */
export interface Measure {
  start: number
  end: number
  /** What is measured: `time` (in days), `euro`, `level`, `age`, or the counted noun. */
  of: string
  from: number
  to: number
}

const days: Record<string, number> = { tag: 1, kalendertag: 1, woche: 7, monat: 365 / 12, quartal: 365 / 4, jahr: 365 }
const levels = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2']

const mostBefore =
  /(?:(?:höchstens|längstens|maximal|spätestens) (?:jedoch )?(?:für|auf|nach)|innerhalb|innerhalb (?:von|einer Frist von|eines Zeitraums von)|binnen(?: einer Frist von)?|bis zum Ablauf von)\s(?:\p{Ll}+\s)?$/iu
const leastBefore = /(?:mindestens|wenigstens|frühestens) (?:jedoch )?(?:für|auf|nach|seit)\s$/iu
const mostAfter = /^[^.;,]{0,90}?nicht (?:über(?:schreit|steig)|hinausgeh)/u
const leastAfter = /^[^.;,]{0,90}?nicht unterschreit/u

/** Values nearer than this are one: a month has 28 to 31 days, and 90 days are three months. */
const tolerance = 0.1

/** The measures of a text in order, references and dates left out; counts in words are none (`zwei Fälle`). */
export function measuresIn(text: string): Measure[] {
  return countedIn(text).flatMap(({ start, end, value, unit, isMeasure, inDigits, bound }) => {
    const scale = unit === null || (!isMeasure && !inDigits) ? null : scaleOf(unit, value)
    if (!scale) return []
    const set = bound ?? boundAround(text.slice(Math.max(0, start - 45), start), text.slice(end, end + 120))
    const from = set === 'most' ? 0 : scale.value
    const to = set === 'least' ? Number.POSITIVE_INFINITY : scale.value
    return [{ start, end, of: scale.of, from, to }]
  })
}

/** True where no value agrees with both, or both set the same limit at different values. */
export function exclude(a: Measure, b: Measure): boolean {
  if (a.of !== b.of || isSame(a, b)) return false
  const isSameLimit = (a.from === 0 && b.from === 0) || (a.to === Number.POSITIVE_INFINITY && b.to === a.to)
  return isSameLimit || a.to < b.from || b.to < a.from
}

/** The same values, bounds aside: `drei Monate` and `höchstens 90 Tage`. */
export function isSame(a: Measure, b: Measure): boolean {
  return a.of === b.of && isNear(valueOf(a), valueOf(b), a.of === 'time' ? tolerance : 0)
}

function valueOf({ from, to }: Measure): number {
  return to === Number.POSITIVE_INFINITY ? from : to
}

function isNear(a: number, b: number, within: number): boolean {
  return Math.abs(a - b) <= within * Math.max(a, b)
}

function scaleOf(unit: string, value: string): { of: string; value: number } | null {
  const perUnit = days[unit]
  if (perUnit !== undefined) return { of: 'time', value: Number(value) * perUnit }
  if (unit === 'niveau') return { of: 'level', value: levels.indexOf(value) }
  if (unit === 'cent') return { of: 'euro', value: Number(value) / 100 }
  return { of: unit === 'lebensjahr' ? 'age' : unit, value: Number(value) }
}

function boundAround(before: string, after: string): 'least' | 'most' | null {
  if (mostBefore.test(before) || mostAfter.test(after)) return 'most'
  return leastBefore.test(before) || leastAfter.test(after) ? 'least' : null
}
