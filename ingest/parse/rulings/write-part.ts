import type { Norm, Sentence, Span, Unit } from '../../../src/law/document-text.ts'
import { splitSentences } from '../../../src/text/split-sentences.ts'
import type { Block } from './read-blocks.ts'

/** A part of a decision as published: its name (`Leitsatz`, `Tenor`, `Gründe` …) and its lines. */
export interface RulingPart {
  name: string
  blocks: Block[]
  footnotes?: string[]
}

/**
 * A part of a decision as a norm. Each Randnummer is a unit that reaches to the next one; headings right before the next
 * stand between the two. Where there are none, numbered lines (`1.` of a Leitsatz, of a Tenor) are units. Null where the part is empty.
 * Sätze count within their Randnummer. `heading` is what the decision is about.
 */
export function writePart(part: RulingPart, heading: string | null): Norm | null {
  const lines = placeLines(part.blocks)
  if (lines.length === 0) return null
  const text = lines.map(({ block }) => block.text).join('\n')
  const numbered = lines.some(({ block }) => block.randnummer !== null)
  const units = numbered ? randnummern(lines) : numberedLines(lines)
  const tables = tableSpans(lines)
  return {
    key: part.name,
    kind: 'part',
    norm: part.name,
    heading,
    outline: [],
    text,
    units,
    sentences: sentencesOf(text, lines, units, tables),
    tables,
    attachments: lines.flatMap(({ block, start }) =>
      block.images.map((name) => ({ kind: 'image' as const, name: name || null, at: start })),
    ),
    footnotes: part.footnotes ?? [],
    repealed: false,
  }
}

interface Line extends Span {
  block: Block
}

function placeLines(blocks: Block[]): Line[] {
  let at = 0
  return blocks.map((block) => {
    const start = at
    at += block.text.length + 1
    return { block, start, end: start + block.text.length }
  })
}

function randnummern(lines: Line[]): Unit[] {
  const units: Unit[] = []
  let current: Unit | null = null
  for (const [place, { block, start, end }] of lines.entries()) {
    if (block.randnummer !== null) {
      current = { kind: 'randnummer', number: block.randnummer, start, end }
      units.push(current)
    } else if (current !== null && !leadsToNext(lines, place)) current.end = end
  }
  return units
}

/** A heading, or several, directly before the next Randnummer: they open what follows. */
function leadsToNext(lines: Line[], place: number): boolean {
  for (let at = place; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined || line.block.randnummer !== null) return at > place
    if (!isHeading(line.block)) return false
  }
  return false
}

const bareSign = /^(?:[IVXLC]+|[A-Z]|\d{1,2}|[a-z]{1,3}|\([a-z0-9]{1,3}\))[.)]?$/
const headingShape = /^(?:[IVX]+\.|[A-H]\.|\d{1,2}\.|[a-z]{1,2}\)) .{1,120}[^.;:,]$/

/** A heading of the outline: marked as one, a bare `I.`, or a short numbered line that ends like no sentence. */
function isHeading({ text, heading, table }: Block): boolean {
  return !table && (heading || bareSign.test(text) || headingShape.test(text))
}

const lineNumber = /^(\d{1,2}[a-z]?|[IVX]{1,5})\. /

function numberedLines(lines: Line[]): Unit[] {
  const units: Unit[] = []
  for (const { block, start, end } of lines) {
    const number = lineNumber.exec(block.text)?.[1]
    const last = units.at(-1)
    if (number !== undefined) units.push({ kind: 'nummer', number, start, end })
    else if (last) last.end = end
  }
  return units
}

function tableSpans(lines: Line[]): Span[] {
  const spans: Span[] = []
  for (const { block, start, end } of lines) {
    if (!block.table) continue
    const last = spans.at(-1)
    if (last && last.end === start - 1) last.end = end
    else spans.push({ start, end })
  }
  return spans
}

function sentencesOf(text: string, lines: Line[], units: Unit[], tables: Span[]): Sentence[] {
  const sentences: Sentence[] = []
  let unnumbered = 0
  for (const { start, end, paragraph } of bodies(lines, units)) {
    const closed = tables
      .filter((table) => table.start >= start && table.end <= end)
      .map((table) => ({ start: table.start - start, end: table.end - start }))
    for (const [place, span] of splitSentences(text.slice(start, end), closed).entries()) {
      const number = paragraph === null ? (unnumbered += 1) : place + 1
      sentences.push({ start: start + span.start, end: start + span.end, paragraph, number })
    }
  }
  return sentences
}

/** Randnummern as wholes, other lines one by one; a heading (`II.`, `A. Zulässigkeit`) is no sentence. */
function bodies(lines: Line[], units: Unit[]): (Span & { paragraph: string | null })[] {
  const numbered = units.filter(({ kind }) => kind === 'randnummer')
  const found: (Span & { paragraph: string | null })[] = []
  let next = 0
  for (const { start, end, block } of lines) {
    while (next < numbered.length && (numbered[next]?.end ?? 0) <= start) next += 1
    const unit = numbered[next]
    if (unit && unit.start <= start) {
      if (unit.start === start) found.push({ start, end: unit.end, paragraph: unit.number })
    } else if (!isHeading(block)) found.push({ start, end, paragraph: null })
  }
  return found
}
