import type { Line } from '../lines/line.ts'

const bracketed = /^\((\d{1,3}[a-z]?)\)\s/
const pointed = /^(\d{1,3}[a-z]?)\.\s/
const sign = /^([a-z]{1,2}\)|\(?[ivx]{1,5}\)|[–—-])\s/

/**
 * The lines of an article with their Absätze and, where the page sets its lists as plain paragraphs, their items.
 * `1.` begins an Absatz in acts that do not number them in brackets.
 */
export function numberLines(lines: readonly Line[]): Line[] {
  const inBrackets = lines.some((line) => line.level === 0 && bracketed.test(line.text))
  return withRoman(lines.map((line) => (line.level > 0 || line.role === 'row' ? line : number(line, inBrackets))))
}

function number(line: Line, inBrackets: boolean): Line {
  const absatz = (inBrackets ? bracketed : pointed).exec(line.text)?.[1]
  if (absatz !== undefined) return { ...line, absatz }
  const mark = sign.exec(line.text)?.[1] ?? (inBrackets ? pointed.exec(line.text)?.[0].trim() : undefined)
  return mark === undefined ? line : { ...line, level: 1, sign: mark }
}

/** `i)` after `h)` is a letter; where it begins a list, the list counts in Roman numbers. */
function withRoman(lines: Line[]): Line[] {
  const before = new Map<number, Line>()
  return lines.map((line) => {
    for (const level of before.keys()) if (level > line.level || line.absatz !== null) before.delete(level)
    if (line.sign === null) return line
    const last = before.get(line.level)
    const isRoman =
      line.sign === 'i)' ? last?.sign !== 'h)' : last?.listType === 'roman' && /^[ivx]+\)$/.test(line.sign)
    const read: Line = isRoman ? { ...line, listType: 'roman' } : line
    before.set(line.level, read)
    return read
  })
}
