/** One cell as a file holds it; text is trimmed, with `\n` as line end. Null: empty. */
export type Cell = string | number | boolean | Date | null

/** A row of cells with its number in the file, counted from 1 as Excel does. */
export interface TableRow {
  number: number
  cells: Cell[]
}

/** One table of a file: a CSV file, or one sheet of a workbook. */
export interface Table {
  /** Name of the sheet; null for a CSV file. */
  sheet: string | null
  rows: TableRow[]
}

/** Rows with something in them, numbered before the empty ones are left out. */
export function toTable(sheet: string | null, rows: Cell[][]): Table {
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells: cells.map(tidy) }))
  return { sheet, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== null)) }
}

function tidy(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  const text = cell.replace(/\r\n?/g, '\n').trim()
  return text === '' ? null : text
}
