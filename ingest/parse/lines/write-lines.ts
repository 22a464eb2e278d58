import type { Attachment, Norm, Span, Unit } from '../../../src/law/document-text.ts'
import { listUnit } from '../list-unit.ts'
import { normSentences } from '../norm-sentences.ts'
import type { Line } from './line.ts'

export type WrittenLines = Pick<Norm, 'text' | 'units' | 'sentences' | 'tables' | 'attachments'>

/**
 * The canonical text of lines, with its Absätze, list items, tables and sentences. `byLine`: annexes and forms, whose
 * items and rows count as sentences of their own.
 */
export function writeLines(lines: readonly Line[], byLine: boolean): WrittenLines {
  const placed = placeLines(lines)
  const text = lines.map((line) => line.text).join('\n')
  const units = unitsOf(placed)
  const tables = runs(placed, ({ role }) => role === 'row')
  const closed = runs(placed, ({ role, level }) => role === 'row' || level > 0)
  const sentences = normSentences(text, { units, closed, satzMarks: [], byLine })
  return { text, units, sentences, tables, attachments: placed.flatMap(pictures) }
}

type Placed = Line & Span

function placeLines(lines: readonly Line[]): Placed[] {
  let at = 0
  return lines.map((line) => {
    const start = at
    at += line.text.length + 1
    return { ...line, start, end: start + line.text.length }
  })
}

/** A unit reaches to the next line that is none of its own. */
function unitsOf(lines: Placed[]): Unit[] {
  const units: Unit[] = []
  const open: { unit: Unit; level: number }[] = []
  for (const line of lines) {
    while (open.length > 0 && ends(open.at(-1)?.level ?? 0, line)) open.pop()
    const begun = begin(line)
    for (const { unit, level } of begun) {
      units.push(unit)
      open.push({ unit, level })
    }
    for (const { unit } of open) unit.end = line.end
  }
  return units
}

const absatzLevel = -1

/** A heading ends what is open; a new sign ends what stands on its level or below. */
function ends(level: number, line: Placed): boolean {
  if (line.absatz !== null || line.role === 'heading') return true
  return level !== absatzLevel && (line.level < level || (line.level === level && line.sign !== null))
}

function begin(line: Placed): { unit: Unit; level: number }[] {
  const { start, end } = line
  if (line.absatz !== null) return [{ unit: { kind: 'absatz', number: line.absatz, start, end }, level: absatzLevel }]
  const mark = line.sign === null ? null : itemOf(line.sign, line.listType)
  return mark === null ? [] : [{ unit: { ...mark, start, end }, level: line.level }]
}

function itemOf(sign: string, listType: Line['listType']): Pick<Unit, 'kind' | 'number'> | null {
  const mark = listUnit(sign, listType ?? '')
  return mark !== null && listType === 'roman' ? { kind: 'item', number: mark.number } : mark
}

/** Stretches of neighbouring lines that all are of a kind. */
function runs(lines: Placed[], belongs: (line: Placed) => boolean): Span[] {
  const spans: Span[] = []
  let last: Span | null = null
  for (const line of lines) {
    if (!belongs(line)) last = null
    else if (last === null) spans.push((last = { start: line.start, end: line.end }))
    else last.end = line.end
  }
  return spans
}

function pictures({ start, pictures: names }: Placed): Attachment[] {
  return names.map((name) => ({ kind: 'image', name, at: start }))
}
