import { fold } from '../../text/fold.ts'
import { ordinalWord } from '../../text/number-words.ts'
import type { Quantity } from '../../text/quantities.ts'
import { unitOf } from '../../text/units.ts'

const every = String.raw`(?:je|pro|im|am|jede[nmrs]?|des|dieses|diesem|jeweiligen|laufenden|selben|gleichen)\s(?:Kalender|Arbeits|Werk)?`

/** Words by which the law gives a measure without a number, and what it is (§ 2 BGB, § 1 Abs. 2 JGG). */
const meanings: [RegExp, [value: string, unit: string][]][] = [
  [/(?:voll|minder)jährig/iu, [['18', 'lebensjahr']]],
  [
    /(?<!\p{L})Jugendliche/u,
    [
      ['14', 'lebensjahr'],
      ['18', 'lebensjahr'],
    ],
  ],
  [
    /(?<!\p{L})Heranwachsende/u,
    [
      ['18', 'lebensjahr'],
      ['21', 'lebensjahr'],
    ],
  ],
  [/vierteljährlich/iu, [['3', 'monat']]],
  [/halbjährlich/iu, [['6', 'monat']]],
  [new RegExp(`${every}Jahre?s?(?!\\p{L})|(?<!viertel|halb)jährlich`, 'iu'), [['1', 'jahr']]],
  [new RegExp(`${every}Monats?(?!\\p{L})|monatlich`, 'iu'), [['1', 'monat']]],
  [new RegExp(`${every}Woche(?!\\p{L})|wöchentlich`, 'iu'), [['1', 'woche']]],
  [new RegExp(`${every}Tage?s?(?!\\p{L})|täglich`, 'iu'), [['1', 'tag']]],
  [new RegExp(`${every}Stunde(?!\\p{L})|stündlich`, 'iu'), [['1', 'stunde']]],
  [/(?<!\p{L})(?:Hälfte|hälftig|halb)/iu, [['50', 'prozent']]],
  [/(?<!drei )Viertel(?!j)/u, [['25', 'prozent']]],
  [/drei Viertel/iu, [['75', 'prozent']]],
  [/(?<!\p{L})doppelte/iu, [['200', 'prozent']]],
]

/** `mit Ablauf des fünften Jahres`, `am 3. Tag`: after so many. */
const ordinal =
  /(?<!\p{L})(?:(?<digits>\d+)\.|(?<word>\p{Ll}{2,}te[nrsm]?))\s(?<unit>(?:Kalender|Lebens)?(?:[Jj]ahr|[Mm]onat|[Tt]ag|[Ww]oche))(?:e?s)?(?!\p{L})/gu

/** What a sentence of the law measures without a number: `volljährig` is 18 years of age, `täglich` is each one day. */
export function impliedIn(text: string): Quantity[] {
  const ordinals = [...text.matchAll(ordinal)].flatMap(({ index, groups = {} }) => {
    const value = groups['digits'] ?? ordinalWord(fold(groups['word'] ?? ''))
    return value === null ? [] : [measureAt(index, String(value), unitOf(groups['unit'] ?? '').name)]
  })
  const meant = meanings.flatMap(([pattern, measures]) => {
    const at = pattern.exec(text)?.index
    if (at === undefined) return []
    return measures.map(([value, unit]) => measureAt(at, value, unit))
  })
  return [...ordinals, ...meant]
}

function measureAt(at: number, value: string, unit: string): Quantity {
  return { start: at, end: at, value, unit, isMeasure: true, inDigits: false }
}
