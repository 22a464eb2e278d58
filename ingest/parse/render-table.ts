import { foldWhiteSpace } from '../../src/text/fold-white-space.ts'
import type { TextBuild } from './text-build.ts'
import { append, breakLine, nextOffset, writtenText } from './text-writer.ts'
import { childrenOf, type XmlElement } from './xml-element.ts'

/**
 * Row by row, header rows first, cells separated by ` | `; an inner empty cell keeps its place. A cell that spans
 * rows or columns stands where it starts. A row of one filled cell is a box around text and keeps its lines.
 */
export function renderTable(build: TextBuild, table: XmlElement, renderCell: RenderCell): void {
  breakLine(build)
  const start = nextOffset(build)
  for (const title of childrenOf(table, 'Title')) renderRowText(build, cellText(build, title, renderCell))
  const groups = childrenOf(table, 'tgroup')
  const bodies = groups.flatMap((group) => childrenOf(group, 'thead').concat(childrenOf(group, 'tbody')))
  for (const body of bodies) for (const row of childrenOf(body, 'row')) renderRow(build, row, renderCell)
  if (build.length > start && !bodies.every(isSplitLine)) {
    build.tables.push({ start, end: build.length })
    build.closed.push({ start, end: build.length })
  }
  breakLine(build)
}

/** Renders a cell's content by itself; its notes go to the text around it. */
type RenderCell = (build: TextBuild, cell: XmlElement) => TextBuild

/** The publisher sets "words on the left … words on the right" of one line as a table; it reads as one line. */
function isSplitLine(body: XmlElement): boolean {
  return body.attributes['Class'] === 'Split'
}

function renderRow(build: TextBuild, row: XmlElement, renderCell: RenderCell): void {
  breakLine(build)
  const entries = childrenOf(row, 'entry')
  const cells = entries.map((entry) => cellText(build, entry, renderCell))
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 1) return renderRowText(build, filled[0] ?? '')
  const last = cells.findLastIndex((cell) => cell !== '')
  const split = entries.some((entry) => entry.attributes['colname'] === 'leftSplit')
  const oneLine = cells.slice(0, last + 1).map((cell) => cell.replaceAll('\n', ' '))
  renderRowText(build, split ? filled.join(' ') : joinCells(oneLine))
}

function joinCells(cells: string[]): string {
  return cells
    .map((cell) => (cell === '' ? '' : ` ${cell}`))
    .join(' |')
    .trimStart()
}

function renderRowText(build: TextBuild, text: string): void {
  if (text === '') return
  breakLine(build)
  append(build, text)
}

function cellText(build: TextBuild, entry: XmlElement, renderCell: RenderCell): string {
  if (entry.children.length === 0) return ''
  if (entry.children.every((child) => typeof child === 'string')) return foldWhiteSpace(entry.children.join('')).trim()
  const cell = renderCell(build, entry)
  for (const attachment of cell.attachments) build.attachments.push({ ...attachment, at: nextOffset(build) })
  return writtenText(cell)
}
