import { kindWords, meaningOf, reviewWords, styleWords, type Field } from './columns.ts'
import { readDayCell } from './read-day-cell.ts'
import type { Cell } from './table.ts'

/** The value of a cell, or the German sentence why it has none. */
export type ReadCell = { value: unknown } | { fault: string }

const yes = new Set(['ja', 'j', 'wahr', 'true', 'x', '1', 'yes'])
const no = new Set(['nein', 'n', 'falsch', 'false', '0', 'no'])

/** What a filled cell says, as the field of a reference question. */
export function readCell(field: Field, cell: Cell): ReadCell {
  const text = cellText(cell)
  if (isFormulaError(text)) return { fault: `die Formel ergibt ${text}: bitte den Wert selbst eintragen` }
  switch (field) {
    case 'id':
      return { value: toId(text) }
    case 'as_of':
      return orFault(readDayCell(cell), `„${text}“ ist kein Tag; gebraucht wird etwas wie 05.03.2025`)
    case 'sources':
      return { value: splitList(text, text.includes('\n') ? /\n/ : /;/) }
    case 'key_points':
    case 'forbidden':
      return { value: splitList(text, /\n/) }
    case 'tags':
      return { value: splitList(text, /[\n;,]/) }
    case 'answerable':
      return orFault(readAnswer(text), `„${text}“ ist weder ja noch nein`)
    case 'weight':
      return orFault(readWeight(cell), `„${text}“ ist keine Zahl über 0`)
    case 'kind':
      return orFault(meaningOf(text, kindWords), unknownWord(text, kindWords))
    case 'style':
      return orFault(meaningOf(text, styleWords), unknownWord(text, styleWords))
    case 'review_state':
      return orFault(meaningOf(text, reviewWords), unknownWord(text, reviewWords))
    default:
      return { value: text }
  }
}

/** A cell as text: numbers as Excel shows them without a format, days as JJJJ-MM-TT. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nein'
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cell
}

/** Empty where nothing of it can stand in an id. */
function toId(text: string): string {
  return text
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}._-]+$/gu, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 64)
}

function isFormulaError(text: string): boolean {
  return /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BEZUG!|NV|WERT!|ZAHL!|ÜBERLAUF!|OHNE ERGEBNIS!)$/.test(
    text,
  )
}

/** List entries lose the bullet they are written with; numbers stay, for a sentence may begin with a date. */
function splitList(text: string, at: RegExp): string[] {
  return text
    .split(at)
    .map((entry) => entry.trim().replace(/^[-–•*·]\s+/u, ''))
    .filter((entry) => entry !== '')
}

function readAnswer(text: string): boolean | null {
  const word = text.toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : null
}

function readWeight(cell: Cell): number | null {
  const number = typeof cell === 'number' ? cell : Number(cellText(cell).replace(',', '.'))
  return number > 0 && Number.isFinite(number) ? number : null
}

function orFault(value: unknown, fault: string): ReadCell {
  return value === null ? { fault } : { value }
}

function unknownWord(text: string, words: Record<string, string[]>): string {
  const known = Object.values(words).map(([word]) => word)
  return `„${text}“ ist unbekannt; möglich sind ${known.join(', ')}`
}
