import type { Attachment, Unit } from '../../src/law/document-text.ts'
import { foldWhiteSpace } from '../../src/text/fold-white-space.ts'
import { listUnit } from './list-unit.ts'
import type { TextBuild } from './text-build.ts'
import { append, breakLine, lastCharacter, nextOffset, writtenText } from './text-writer.ts'
import { childrenOf, type XmlElement } from './xml-element.ts'

/** Renders a cell's content by itself; its notes go to the text around it. */
type RenderCell = (build: TextBuild, cell: XmlElement) => TextBuild

interface Row {
  cells: string[]
  attachments: Attachment[]
}

/**
 * Row by row, header rows first, cells separated by ` | `; an inner empty cell keeps its place. A cell that spans
 * rows or columns stands where it starts. A row of one filled cell is a box around text and keeps its lines.
 * Tables without frame that only align a list or a line (`1.`, words, amount) are written as that list or line.
 */
export function renderTable(build: TextBuild, table: XmlElement, renderCell: RenderCell): void {
  const rows = readRows(build, table, renderCell)
  const aligned = alignment(table, rows)
  const behindSign = aligned === 'line' && build.separator === 'space' && /[.)]/.test(lastCharacter(build))
  if (!behindSign) breakLine(build)
  const start = nextOffset(build)
  for (const title of childrenOf(table, 'Title')) appendLine(build, readCell(build, title, [], renderCell))
  const open: Unit[] = []
  for (const row of rows) {
    for (const { kind, name } of row.attachments) build.attachments.push({ kind, name, at: nextOffset(build) })
    const line = aligned === null ? tableLine(row.cells) : plainLine(row.cells)
    appendLine(build, line)
    if (aligned === 'list') continueList(build, line, open)
  }
  breakLine(build)
  if (build.length <= start || aligned === 'line') return
  build.closed.push({ start, end: build.length })
  if (aligned === null) build.tables.push({ start, end: build.length })
}

function readRows(build: TextBuild, table: XmlElement, renderCell: RenderCell): Row[] {
  const groups = childrenOf(table, 'tgroup')
  const bodies = groups.flatMap((group) => childrenOf(group, 'thead').concat(childrenOf(group, 'tbody')))
  const rows: Row[] = []
  for (const body of bodies)
    for (const row of childrenOf(body, 'row')) {
      const attachments: Attachment[] = []
      const cells = childrenOf(row, 'entry').map((entry) => readCell(build, entry, attachments, renderCell))
      rows.push({ cells, attachments })
    }
  return rows
}

function readCell(build: TextBuild, cell: XmlElement, attachments: Attachment[], renderCell: RenderCell): string {
  const [first] = cell.children
  if (first === undefined) return ''
  if (cell.children.length === 1 && typeof first === 'string') return foldWhiteSpace(first).trim()
  const rendered = renderCell(build, cell)
  attachments.push(...rendered.attachments)
  return writtenText(rendered)
}

/** What a table is set as one for, where it holds no table: a line with a right-hand part, or a list. */
function alignment(table: XmlElement, rows: Row[]): 'line' | 'list' | null {
  const groups = childrenOf(table, 'tgroup')
  const bodies = groups.flatMap((group) => childrenOf(group, 'tbody'))
  if (bodies.length > 0 && bodies.every((body) => body.attributes['Class'] === 'Split')) return 'line'
  const framed = (table.attributes['frame'] ?? 'none') !== 'none'
  if (framed || groups.some((group) => childrenOf(group, 'thead').length > 0)) return null
  if (rows.some((row) => filled(row.cells).length > 4)) return null
  if (rows.length === 1) return 'line'
  return listSign.test(plainLine(rows[0]?.cells ?? [])) ? 'list' : null
}

const listSign = /^(\d+[a-z]{0,2}\.|[a-z]{1,2}\))(?=\s)/

/** Makes the line just written a Nummer or Buchstabe, or lengthens those still open. */
function continueList(build: TextBuild, line: string, open: Unit[]): void {
  const sign = listSign.exec(line)?.[1]
  const mark = sign === undefined ? null : listUnit(sign, '')
  if (mark !== null) {
    while (depth[open.at(-1)?.kind ?? 'absatz'] >= depth[mark.kind]) open.pop()
    const start = build.length - line.length
    const unit: Unit = { kind: mark.kind, number: mark.number, start, end: build.length }
    open.push(unit)
    build.units.push(unit)
  }
  for (const unit of open) unit.end = build.length
}

const depth = { absatz: 0, randnummer: 0, nummer: 1, buchstabe: 2, doppelbuchstabe: 3, item: 4 }

function tableLine(cells: string[]): string {
  const all = filled(cells)
  if (all.length <= 1) return all[0] ?? ''
  const last = cells.findLastIndex((cell) => cell !== '')
  const oneLine = cells.slice(0, last + 1).map((cell) => cell.replaceAll('\n', ' '))
  return oneLine
    .map((cell) => (cell === '' ? '' : ` ${cell}`))
    .join(' |')
    .trimStart()
}

function plainLine(cells: string[]): string {
  return filled(cells)
    .map((cell) => cell.replaceAll('\n', ' '))
    .join(' ')
}

function filled(cells: string[]): string[] {
  return cells.filter((cell) => cell !== '')
}

function appendLine(build: TextBuild, line: string): void {
  append(build, line)
  if (line !== '') breakLine(build)
}
