import { changeCount, countSource } from './change-count.ts'
import type { Mutator } from './mutator.ts'
import { replaceOne } from './replace-one.ts'

const units = '(?:Jahre|Monate|Wochen|Tage|Stunden|Minuten|Werktage|Arbeitstage|Kalendertage|Kalenderjahre)'
const single = '(?:ein(?:em Jahr|es Jahres|em Monat|es Monats|er Woche))'
const period = new RegExp(`(?<![\\p{L}\\d.,/-])(?:(${countSource})(?= ${units}n?(?!\\p{L}))|${single}(?!\\p{L}))`, 'gu')
const plurals: Record<string, string> = {
  'einem Jahr': 'zwei Jahren',
  'eines Jahres': 'zweier Jahre',
  'einem Monat': 'drei Monaten',
  'eines Monats': 'dreier Monate',
  'einer Woche': 'zwei Wochen',
}

/** A longer or shorter period: `sechs Monate` becomes `neun Monate`, `eines Monats` becomes `dreier Monate`. */
export const changePeriod: Mutator = (sentence, random) =>
  replaceOne(sentence, period, ([words]) => plurals[words] ?? changeCount(words, random), random)
