import type { Norm, Span, Unit } from '../../../src/law/document-text.ts'
import type { PageMark } from '../../../src/law/page-mark.ts'
import { absatzUnits } from '../absatz-units.ts'
import { normSentences } from '../norm-sentences.ts'
import type { Block } from './paper.ts'
import type { PaperSection } from './paper-sections.ts'

/** A section as a norm: its canonical text, its Absätze and Nummern, its sentences, and where its pages begin. */
export function paperNorm(section: PaperSection, key: string): Norm {
  const build = writeBlocks(section)
  const units = [...absatzUnits(build.text, build.starts, []), ...listUnits(build)].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )
  const isAnnex = /^(?:Anlage|Anhang)\b/.test(section.name ?? '')
  const norm: Norm = {
    key,
    kind: isAnnex ? 'annex' : 'part',
    norm: section.name,
    heading: section.heading,
    outline: section.outline,
    text: build.text,
    units,
    sentences: normSentences(build.text, { units, closed: build.closed, satzMarks: [], byLine: true }),
    tables: build.tables,
    attachments: [],
    footnotes: section.blocks.filter((block) => block.kind === 'footnote').map(withNumber),
    repealed: false,
  }
  return build.pages.length === 0 ? norm : { ...norm, pages: build.pages }
}

interface Written {
  text: string
  /** Where blocks begin. */
  starts: number[]
  items: (Span & { level: number; number: string })[]
  tables: Span[]
  /** Lists and tables, each as a whole. */
  closed: Span[]
  pages: PageMark[]
}

function writeBlocks(section: PaperSection): Written {
  const written: Written = { text: '', starts: [], items: [], tables: [], closed: [], pages: [] }
  const opening = section.page
  if (opening !== null && opening.page !== null) turnPage(written, 0, opening.page, opening.printedPage)
  for (const block of section.blocks) {
    if (block.kind === 'footnote') continue
    const start = written.text === '' ? 0 : written.text.length + 1
    // A section's own number is its name and stands in no text; an Absatz and an item begin with theirs.
    const isNamed = block === section.blocks[0] && section.heading === null && section.name !== null
    const words = isNamed ? block.text : withNumber(block)
    written.text += (start === 0 ? '' : '\n') + words
    const span = { start, end: written.text.length }
    written.starts.push(start)
    if (block.page !== null) turnPage(written, start, block.page, block.printedPage)
    const shift = start + words.length - block.text.length
    for (const turn of block.turns ?? []) turnPage(written, shift + turn.at, turn.page, turn.printedPage)
    if (block.kind === 'table') {
      written.tables.push(span)
      written.closed.push(span)
    } else if (block.kind === 'item' && block.number !== null && !isNamed && !isAbsatz(block.number))
      addItem(written, block, span)
  }
  return written
}

/** `(2)`: an Absatz (absatz-units.ts), not an item of a list, however it is set. */
function isAbsatz(number: string): boolean {
  return /^\(\d+[a-z]?\)$/.test(number)
}

function withNumber({ number, text }: Block): string {
  return number === null ? text : `${number} ${text}`
}

function turnPage(written: Written, at: number, page: number, printed: string | null): void {
  if (written.pages.at(-1)?.page !== page) written.pages.push({ at, page, printed })
}

/** Neighbouring items are one list, in which no sentence of the text around it ends. */
function addItem(written: Written, { level, number }: Block, span: Span): void {
  written.items.push({ ...span, level, number: number ?? '' })
  const list = written.closed.at(-1)
  if (list !== undefined && list.end === span.start - 1 && !written.tables.includes(list)) list.end = span.end
  else written.closed.push({ ...span })
}

/** An item reaches to the next of its kind or level; those of another kind below it lie in it. */
function listUnits({ items }: Written): Unit[] {
  const units: Unit[] = []
  for (const [i, item] of items.entries()) {
    const kind = kindOf(item.number)
    if (kind === null) continue
    let end = item.end
    for (let at = i + 1, next = items[at]; next !== undefined; at += 1, next = items[at]) {
      if (next.start !== end + 1 || depthOf(next.number) <= depthOf(item.number)) break
      end = next.end
    }
    units.push({ kind, number: item.number.replaceAll(/[().]/g, ''), start: item.start, end })
  }
  return units
}

function kindOf(number: string): Unit['kind'] | null {
  if (/^\d{1,3}[a-z]?[.)]$/.test(number)) return 'nummer'
  if (/^\(?[a-z]\)$/.test(number)) return 'buchstabe'
  return /^\(?([a-z])\1\)$/.test(number) ? 'doppelbuchstabe' : null
}

/** Numbers stand above letters, these above double letters, and dashes below all. */
function depthOf(number: string): number {
  const kind = kindOf(number)
  return kind === 'nummer' ? 1 : kind === 'buchstabe' ? 2 : kind === 'doppelbuchstabe' ? 3 : 4
}
