import { fold } from './fold.ts'
import { numberWord, ordinalWord } from './number-words.ts'
import { unitOf } from './units.ts'

/** A number with what it counts. */
export interface Quantity {
  start: number
  end: number
  /** Decimal with a full stop, without grouping: `3`, `45.3`, `1000`; a language level in small letters: `b1`. */
  value: string
  /** Unit in the singular, folded (`monat`, `euro`); another noun stemmed; null where nothing is counted. */
  unit: string | null
  /** True for the units in which periods and amounts are given; false for any other noun. */
  isMeasure: boolean
  /** Written in digits: in words a number without a measure may just count what the sentence lists. */
  inDigits: boolean
}

const digits = '\\d{1,3}(?:[.\\u00a0\\u202f ]\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?'
const level = '(?:Niveau |Stufe )?(?<level>[ABC]) ?(?<step>[12])(?![\\p{L}\\d])'
const token = new RegExp(
  `(?<![\\p{L}\\d/,]|[\\p{L}\\d][-]|\\d[.])(?:${level}|(?<digits>${digits})(?![\\d/]|-\\d)|(?!Hundert)(?<word>\\p{L}+))`,
  'gu',
)

/** At most this many adjectives may stand between number and noun: `zwei aufeinander folgenden Jahren`. */
const between = /^(?:[\s-]{1,2}\p{Ll}+){0,3}?[\s-]{0,2}(?<unit>\p{Lu}\p{L}*|%|€)/u
/** After `ein`: the unit right away or a word that counts. `einen freien Tag`, `einem im Jahr` count nothing. */
const counts = /^\s(?:(?:voll|ganz|weiter|zusätzlich|zusammenhängend|ununterbrochen)\p{L}*\s)?\p{Lu}/u
const ordinal = /^\.\s(?!Lebensjahr)/
/** `des vollendeten 16. und des vollendeten 18. Lebensjahres`: the first is one, too. */
const completed = /vollendete[nsm]?\s$/
const beforeAnother = /^\.?(?:,| und| oder| bis| sowie)(?!\p{L})[^.;]{0,80}?(?:\d\.)? Lebensjahr/u
const millions = /^\s(?:Million(?:en)?|Mio\.?)(?=\s)/
const compound =
  /^(?<count>\p{L}*?)(?<unit>jahrig|jahrig\p{L}*|monatig\p{L}*|monats|wochig\p{L}*|tagig\p{L}*|stundig\p{L}*|jahres|wochen|tages)(?<rest>frist\p{L}*|zeitraum\p{L}*|)(?:e|en|er|es|em)?$/u
const unitsOfCompounds: [RegExp, string][] = [
  [/^jahr/, 'jahr'],
  [/^monat/, 'monat'],
  [/^woch/, 'woche'],
  [/^tag/, 'tag'],
  [/^stund/, 'stunde'],
]
const joining =
  /^(?:[\s,]|und|oder|bis|sowie|zu|im|übrigen|bzw\.|beziehungsweise|nicht|mehr|weniger|länger|als|über|unter|längstens|höchstens|mindestens|wenigstens|maximal|volle[rn]?|ganze)*$/iu

/**
 * Quantities in German text, in order: `drei Jahre`, `1 000 Euro`, `45,3 Prozent`, `anderthalb Jahre`, `18. Lebensjahr`,
 * `dreimonatig`, `Monatsfrist`, `B1`. In `sechs und längstens zwölf Monate` both count months. Ordinals of lists
 * (`1.`, `2. Abschnitt`) are no quantities; references and dates are the caller's to take out before.
 */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const { index, 0: words, groups = {} } of text.matchAll(token)) {
    const quantity = groups['word'] ? fromWord(text, index, words) : fromDigits(text, index, words, groups)
    if (quantity && quantity.start >= (found.at(-1)?.end ?? 0)) found.push(quantity)
  }
  for (let at = found.length - 2; at >= 0; at--) inherit(text, found[at], found[at + 1])
  return found
}

function fromDigits(
  text: string,
  start: number,
  words: string,
  groups: Record<string, string | undefined>,
): Quantity | null {
  const end = start + words.length
  if (groups['level'])
    return {
      ...plain(start, end, `${groups['level']}${groups['step']}`.toLowerCase()),
      unit: 'niveau',
      isMeasure: true,
    }
  const rest = text.slice(end, end + 80)
  const value = String(Number(words.replace(/[.\s\u00a0\u202f]/g, '').replace(',', '.')))
  if (isOneOfYears(text, start, rest)) return { ...plain(start, end, value), unit: 'lebensjahr', isMeasure: true }
  if (ordinal.test(rest)) return null
  return withUnit(plain(start, end, value), rest.replace(/^\.\s(?=Lebensjahr)/, ' '))
}

function fromWord(text: string, start: number, word: string): Quantity | null {
  const folded = fold(word)
  const end = start + word.length
  const isYear = isOneOfYears(text, start, text.slice(end, end + 80))
  const value = ordinalYear(folded, isYear ? ' Lebensjahr' : text.slice(end, end + 13)) ?? numberWord(folded)
  if (value === null) return fromCompound(start, end, folded)
  if (isYear) return { ...plain(start, end, String(value)), unit: 'lebensjahr', isMeasure: true, inDigits: false }
  const quantity = withUnit({ ...plain(start, end, String(value)), inDigits: false }, text.slice(end, end + 80))
  return isArticle(folded) && (!quantity.isMeasure || !counts.test(text.slice(end, end + 80))) ? null : quantity
}

function isOneOfYears(text: string, start: number, rest: string): boolean {
  return completed.test(text.slice(Math.max(0, start - 15), start)) && beforeAnother.test(rest)
}

/** `des zweiten Lebensjahres`: the only ordinal that stands for a period. */
function ordinalYear(folded: string, rest: string): number | null {
  return /^\sLebensjahr/.test(rest) ? ordinalWord(folded) : null
}

/** `dreijährig`, `Dreimonatsfrist`, and `Monatsfrist` for one month. */
function fromCompound(start: number, end: number, folded: string): Quantity | null {
  const { count = '', unit = '', rest = '' } = compound.exec(folded)?.groups ?? {}
  const measure = unitsOfCompounds.find(([pattern]) => pattern.test(unit))?.[1]
  const value = count === '' && rest.startsWith('frist') ? 1 : count === '' ? null : numberWord(count)
  if (!measure || value === null) return null
  return { ...plain(start, end, String(value)), unit: measure, isMeasure: true, inDigits: false }
}

function withUnit(quantity: Quantity, rest: string): Quantity {
  const million = millions.exec(rest)?.[0]
  if (million !== undefined)
    return withUnit({ ...quantity, value: String(Number(quantity.value) * 1e6) }, rest.slice(million.length))
  const compoundUnit = /^-(\p{L}+)/u.exec(rest)?.[1]
  const measure = compoundUnit && fromCompound(0, 0, fold(`ein${compoundUnit}`))
  if (measure) return { ...quantity, unit: measure.unit, isMeasure: true }
  const unit = /^\s?(?:v\. ?H\.|vom Hundert)/.test(rest) ? '%' : between.exec(rest)?.groups?.['unit']
  if (unit === undefined) return quantity
  const { name, isMeasure } = unitOf(unit)
  return { ...quantity, unit: name, isMeasure }
}

/** `sechs und im Übrigen zwölf Monate`: what the second counts, the first counts too. */
function inherit(text: string, quantity: Quantity | undefined, next: Quantity | undefined): void {
  if (!quantity || !next || next.unit === null || quantity.isMeasure) return
  const gap = text.slice(quantity.end, next.start)
  if (gap.length > 60 || gap.trim() === '' || !joining.test(gap)) return
  quantity.unit = next.unit
  quantity.isMeasure = next.isMeasure
}

function isArticle(folded: string): boolean {
  return /^ein(?:e|er|es|em|en)?$/.test(folded)
}

function plain(start: number, end: number, value: string): Quantity {
  return { start, end, value, unit: null, isMeasure: false, inDigits: true }
}
