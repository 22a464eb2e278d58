import { joinLines } from './join-lines.ts'
import { isBareNumber, splitBullet } from './split-number.ts'
import type { TextLine } from './text-line.ts'

/** A table among a page's lines: which lines it takes, and its cells. */
export interface LineTable {
  /** Indexes of its first line and behind its last. */
  from: number
  to: number
  rows: string[][]
}

/**
 * Tables without lines to tell them: neighbouring lines whose cells begin at the same places. Two lines of three cells
 * or three lines of two are needed; a numbered list set with tabs is none.
 */
export function findTables(lines: TextLine[]): LineTable[] {
  const tables: LineTable[] = []
  for (let from = 0; from < lines.length;) {
    const table = tableAt(lines, from)
    if (table !== null) tables.push(table)
    from = table?.to ?? from + 1
  }
  return tables
}

function tableAt(lines: TextLine[], from: number): LineTable | null {
  const first = lines[from]
  if (first === undefined || !isRow(first)) return null
  const columns = first.cells.map((cell) => cell.left)
  const rows: string[][] = []
  let full = 0
  let to = from
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    const before = lines[at - 1]
    if (line === undefined || (at > from && (before === undefined || line.bottom - before.bottom > line.size * 3)))
      break
    if (isRow(line) && fits(line, columns)) {
      rows.push(intoColumns(line, columns))
      full += 1
      to = at + 1
    } else if (!goesOn(line, lines[at + 1], columns, rows)) break
    else if (rows.length > 0 && columnOf(line.left, columns) > 0) to = at + 1
  }
  const enough = columns.length >= 3 ? 2 : 3
  return full >= enough ? { from, to, rows } : null
}

function isRow({ cells }: TextLine): boolean {
  const [first] = cells
  if (first === undefined || cells.length < 2) return false
  return cells.length > 2 || !(isBareNumber(first.text) || splitBullet(`${first.text} x`) !== null)
}

function fits({ cells }: TextLine, columns: number[]): boolean {
  const starts = cells.map((cell) => columnOf(cell.left, columns))
  return starts.filter((start) => start >= 0).length >= Math.min(2, cells.length)
}

/** The column that begins here, or -1. */
function columnOf(left: number, columns: number[]): number {
  return columns.findIndex((column) => Math.abs(column - left) < 9)
}

/** A cell goes into the column that begins at or left of it; a new column is never opened. */
function intoColumns(line: TextLine, columns: number[]): string[] {
  const row = columns.map(() => '')
  for (const cell of line.cells) {
    const at = Math.max(
      0,
      columns.findLastIndex((column) => column <= cell.left + 9),
    )
    row[at] = row[at] ? `${row[at]} ${cell.text}` : cell.text
  }
  return row
}

/** A line of one cell that continues the cell above; in the first column only where another row follows. */
function goesOn(line: TextLine, next: TextLine | undefined, columns: number[], rows: string[][]): boolean {
  const row = rows.at(-1)
  const [cell] = line.cells
  if (row === undefined || cell === undefined || line.cells.length > 1) return false
  const at = columnOf(cell.left, columns)
  if (at < 0 || (at === 0 && (next === undefined || !isRow(next) || !fits(next, columns)))) return false
  row[at] = joinLines(row[at] ?? '', cell.text)
  return true
}
