import { findTables } from './line-tables.ts'
import { footnotesFrom } from './page-footnotes.ts'
import { letterColumns } from './letter-columns.ts'
import { headingLevel, measureText, type TextMeasure } from './measure-text.ts'
import type { BodyPage } from './page-margins.ts'
import { addLine, endsSentence, openParagraph, type OpenParagraph } from './open-paragraph.ts'
import { plainBlock, type Block } from './paper.ts'
import { isBareNumber, splitBullet, splitNumber } from './split-number.ts'
import { tableBlock } from './table-block.ts'
import type { TextLine } from './text-line.ts'

/** Paragraphs, headings, tables and footnotes of printed pages, in reading order; paragraphs go on across pages. */
export function lineBlocks(pages: BodyPage[]): Block[] {
  const measure = measureText(pages)
  const state: State = { blocks: [], open: null, measure }
  const footnotes: Block[] = []
  for (const page of pages) {
    const { lines: printed, notes } = footnotesFrom(page, measure)
    const lines = page.page === 1 ? letterColumns(printed, page.width) : printed
    const tables = findTables(lines)
    for (let at = 0; at < lines.length;) {
      const table = tables.find((one) => one.from === at)
      if (table === undefined) {
        takeLine(state, page, lines, at)
        at += 1
      } else {
        close(state)
        const block = tableBlock(table.rows)
        if (block !== null) state.blocks.push({ ...block, page: page.page, printedPage: page.printed })
        at = table.to
      }
    }
    footnotes.push(...notes)
  }
  close(state)
  return [...state.blocks, ...footnotes]
}

interface State {
  blocks: Block[]
  open: OpenParagraph | null
  measure: TextMeasure
}

function takeLine(state: State, page: BodyPage, lines: TextLine[], at: number): void {
  const line = lines[at]
  if (line === undefined) return
  const { open } = state
  if (open !== null && !begins(open, line, page, { ...state.measure, right: edge(lines, at, state.measure) })) {
    addLine(open, line, page)
    return
  }
  close(state)
  state.open = openParagraph(line, page)
}

/**
 * The right edge of the text around a line: an indented quote or clause is narrower than the page, a column that begins
 * where all lines do only where it is long. Few lines are not enough to see an edge; those of a letterhead have none.
 */
function edge(lines: TextLine[], at: number, measure: TextMeasure): number {
  const line = lines[at]
  if (line === undefined) return measure.right
  const belongs = (one: TextLine | undefined, next: TextLine | undefined) =>
    one !== undefined &&
    next !== undefined &&
    Math.abs(one.left - line.left) < 3 &&
    Math.abs(next.bottom - one.bottom) < measure.spacing * 1.4
  let from = at
  while (belongs(lines[from - 1], lines[from])) from -= 1
  let to = at
  while (belongs(lines[to + 1], lines[to])) to += 1
  const group = lines.slice(from, to + 1)
  const right = Math.max(...group.map((one) => one.right))
  const isIndented = line.left > measure.left + measure.size * 1.5
  if (group.length < (isIndented ? 3 : 6) || !fills(group, { ...measure, right })) return measure.right
  return Math.min(measure.right, right)
}

/**
 * True where a group's lines are broken at its edge, as running text is; the lines of an address end where they like.
 * A last line of a paragraph does not count.
 */
function fills(group: TextLine[], measure: TextMeasure): boolean {
  const inner = group.slice(0, -1).flatMap((line, at) => {
    const next = group[at + 1]
    return next === undefined || endsSentence(line.text) ? [] : [isFull(line, next, measure)]
  })
  return inner.filter((one) => !one).length <= inner.length * 0.2
}

/** True where a line starts a paragraph of its own. */
function begins(open: OpenParagraph, line: TextLine, page: BodyPage, measure: TextMeasure): boolean {
  const { last } = open
  const ended = endsSentence(open.text)
  if (
    Math.abs(last.size - line.size) > measure.size * 0.12 ||
    (last.bold !== line.bold && open.lines > 0 && !isNumberOnly(open))
  )
    return true
  if (open.page !== page.page) return !cutWord.test(open.text) && goesNotOn(open, line, measure)
  const down = line.bottom - last.bottom
  if (down > measure.spacing * 1.4 || down < -measure.size)
    return !(isNumberOnly(open) && Math.abs(down) < measure.size)
  if (isNumberOnly(open) || cutWord.test(open.text)) return false
  if (startsItem(line) && (ended || /[,;]$|(?:und|oder|sowie)$/.test(open.text) || !isFull(last, line, measure)))
    return true
  if (last.bold || looksBig(last, measure)) return false
  if (!isFull(last, line, measure)) return true
  return ended && line.left > open.left + measure.size * 0.8 && open.lines > 1
}

/** A word cut at the line's end goes on in the next line, whatever the lines look like. */
const cutWord = /\p{Ll}[-\u00ad]$/u

/** Over the page: a last line that is not full ends its paragraph, as does a title or a number at the top. */
function goesNotOn(open: OpenParagraph, line: TextLine, measure: TextMeasure): boolean {
  const ended = endsSentence(open.text)
  return (ended && !isFull(open.last, line, measure)) || looksBig(line, measure) || (startsItem(line) && ended)
}

function isNumberOnly(open: OpenParagraph): boolean {
  return open.lines === 1 && isBareNumber(open.text)
}

function startsItem(line: TextLine): boolean {
  return splitNumber(line.text) !== null || splitBullet(line.text) !== null || isBareNumber(line.text)
}

function looksBig(line: TextLine, measure: TextMeasure): boolean {
  return line.size > measure.size * 1.1
}

/** A line is full where the next line's first word would not have fitted behind it. */
function isFull(line: TextLine, next: TextLine, measure: TextMeasure): boolean {
  const [first = '', second = ''] = next.text.split(' ')
  const word = first.length > 3 ? first : `${first} ${second}`
  const width = ((next.right - next.left) / Math.max(1, next.text.length)) * (word.length + 1)
  return line.right + width > measure.right - measure.size * 1.2
}

function close(state: State): void {
  const { open, measure } = state
  state.open = null
  if (open === null || open.text === '') return
  const level = headingLevel(open, measure)
  const block: Block = {
    ...plainBlock(level === null ? 'paragraph' : 'heading', open.text, level ?? 0),
    page: open.firstPage,
    printedPage: open.firstPrinted,
  }
  state.blocks.push(open.turns.length > 0 ? { ...block, turns: open.turns } : block)
}
