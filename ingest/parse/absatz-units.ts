import type { Unit } from '../../src/law/document-text.ts'

/** `(1)`, `(5b)`: how an Absatz begins. */
export const absatzMark = /\((\d{1,3}[a-z]{0,2})\)(?!\d)\s*/y

/**
 * The Absätze of a text. One begins at a line the publisher starts with its number, and reaches to the next one or
 * to the next sub-heading. Both lists of offsets are ascending.
 */
export function absatzUnits(text: string, lineStarts: number[], titleStarts: number[]): Unit[] {
  const begun: { start: number; number: string | null }[] = titleStarts.map((start) => ({ start, number: null }))
  for (const start of lineStarts) {
    const number = absatzNumber(text, start)
    if (number !== null) begun.push({ start, number })
  }
  begun.sort((a, b) => a.start - b.start)
  const units: Unit[] = []
  for (const [i, { start, number }] of begun.entries()) {
    if (number === null) continue
    const end = begun[i + 1]?.start ?? text.length
    units.push({ kind: 'absatz', number, start, end: start + text.slice(start, end).trimEnd().length })
  }
  return units
}

function absatzNumber(text: string, start: number): string | null {
  if (start > 0 && text[start - 1] !== '\n') return null
  absatzMark.lastIndex = start
  return absatzMark.exec(text)?.[1] ?? null
}
