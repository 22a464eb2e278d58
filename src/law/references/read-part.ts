import { matchAt } from '../../text/match-at.ts'
import { romanToNumber } from './roman.ts'

/** The levels below a norm. `none`: read over, because our passages do not know it (Halbsatz, Alternative …). */
export type Level = 'paragraph' | 'sentence' | 'number' | 'letter' | 'none'

export interface Part {
  level: Level
  value: string
  end: number
}

const ending = '(?![\\p{L}\\d])'
const byKeyword: { level: Level; pattern: RegExp }[] = [
  { level: 'paragraph', pattern: keyword('Abs(?:atz(?:es)?|(?:ä|ae)tzen?|\\.)?', '(\\d{1,3}[a-z]?|[IVX]{1,5}[a-z]?)') },
  { level: 'sentence', pattern: keyword('(?:Satz(?:es)?|S(?:ä|ae)tzen?|S\\.)', '(\\d{1,2})') },
  { level: 'number', pattern: keyword('(?:Nummern?|Nrn?\\.?|Ziffern?|Ziff\\.?)', '(\\d{1,3}[a-z]{0,2})') },
  {
    level: 'letter',
    pattern: keyword('(?:(?:Doppel|Dreifach)?buchstaben?|(?:Doppel)?buchst\\.?|lit\\.?)', '([a-z]{1,3})'),
  },
  {
    level: 'none',
    pattern: keyword(
      '(?:Halbsatz|Halbs\\.|Hs\\.?|Alternative|Alt\\.|Variante|Var\\.|(?:Unterabs|UAbs)(?:atz|\\.)?|Teilsatz)',
      '(\\d)',
    ),
  },
  {
    level: 'none',
    pattern: new RegExp(
      `\\s{0,3}(\\d)\\.?\\s{0,2}(?:Halbsatz|Halbs\\.|Hs\\.?|Alternative|Alt\\.|Variante|Var\\.|(?:Unterabs|UAbs)(?:atz|\\.)?|Teilsatz)${ending}`,
      'iuy',
    ),
  },
]

const shortSentence = new RegExp(`\\s{0,3}S\\s{1,3}(\\d{1,2})${ending}`, 'uy')
const inBrackets = /\s{0,3}\((\d{1,3}[a-z]?)\)/uy
const roman = new RegExp(`\\s{1,3}([IVX]{1,5}[a-z]?)${ending}`, 'uy')
const measure =
  '(?!\\s{0,3}(?:%|€|(?:Jahr|Monat|Woche|Tag|Stunde|Minute|Euro|EUR|Cent|Prozent|Punkt|Person|Kind|v\\. ?H)))'
const bareNumber = new RegExp(
  `(\\d{1,3}[a-z]{0,2})(?![\\p{L}\\d])(?![.,]\\d)(?!\\.?\\s{0,2}(?:Halbsatz|Alternative))${measure}`,
  'iuy',
)
const bareLetter = /([a-z]{1,3})(?![\p{L}\d])/uy

/** Reads `Abs. 1`, `Satz 2`, `Nr. 3`, `Buchst. a` at `at`, white space before it included; null where none stands there. */
export function readPart(text: string, at: number): Part | null {
  for (const { level, pattern } of byKeyword) {
    const found = matchAt(pattern, text, at)
    if (found)
      return {
        level,
        value: level === 'paragraph' ? arabic(found[1] ?? '') : (found[1] ?? '').toLowerCase(),
        end: at + found[0].length,
      }
  }
  const sentence = matchAt(shortSentence, text, at)
  return sentence && { level: 'sentence', value: sentence[1] ?? '', end: at + sentence[0].length }
}

/** Reads the short form right after a norm's number: `I`, `IIa`, `(2)`. */
export function readShortParagraph(text: string, at: number): Part | null {
  const letters = matchAt(roman, text, at)
  const value = letters ? arabic(letters[1] ?? '') : ''
  if (letters && /^\d/.test(value)) return { level: 'paragraph', value, end: at + letters[0].length }
  const bracket = matchAt(inBrackets, text, at)
  return bracket && { level: 'paragraph', value: bracket[1] ?? '', end: at + bracket[0].length }
}

/** Reads a number or letter without its keyword: the `2` of `I 2`, the `3` of `Absatz 1 und 3`. */
export function readBare(text: string, at: number, level: Level): Part | null {
  const found = matchAt(level === 'letter' ? bareLetter : bareNumber, text, at)
  const value = found?.[1] ?? ''
  if (!found || (level === 'sentence' && !/^\d{1,2}$/.test(value))) return null
  return { level, value: value.toLowerCase(), end: at + found[0].length }
}

/** `IIa` → `2a`; what is no Roman number stays as it is. */
function arabic(value: string): string {
  const [, letters = '', letter = ''] = /^([IVX]+)([a-z]?)$/.exec(value) ?? []
  const number = romanToNumber(letters)
  return number === null ? value.toLowerCase() : `${number}${letter}`
}

function keyword(words: string, value: string): RegExp {
  return new RegExp(`\\s{0,3}${words}\\s{0,3}${value}${ending}`, 'iuy')
}
