import type { Day } from '../../../src/law/day.ts'
import type { ReferenceCase } from '../reference-case.ts'
import { exampleId, fieldOf, type Field } from './columns.ts'
import { cellText } from './read-cell.ts'
import { type Layout, readRow, type ReadRow } from './read-row.ts'
import type { Table, TableRow } from './table.ts'
import { UnreadableTableError } from './unreadable-table-error.ts'

/** A title and a note may stand above the headings. */
const headingWithin = 20

/** An office's list as far as it could be read. */
export interface Imported {
  /** Null for a CSV file. */
  sheet: string | null
  cases: ReferenceCase[]
  /** Headings understood, with the field each became. */
  columns: { heading: string; field: Field }[]
  /** Headings that are no field of ours; what stands below them is kept. */
  unknownColumns: string[]
  /** Rows that became no question, with the reasons. */
  refused: { row: number; faults: string[] }[]
  /** Questions that name no day. */
  withoutDay: number
  /** Rows of the template's example, left out. */
  examples: number[]
}

/**
 * Reads the first table that has a heading for the question. A row that cannot be read is told with its number; the others
 * are read. `otherwise`: the day of rows that name none.
 * @throws UnreadableTableError where no table has such a heading
 */
export function importTables(tables: Table[], otherwise: Day): Imported {
  const found = tables.flatMap((table) => {
    const heading = table.rows.slice(0, headingWithin).find(({ cells }) => cells.some(isQuestionHeading))
    return heading ? [{ table, heading }] : []
  })[0]
  if (!found) throw new UnreadableTableError(noHeading(tables))
  const { table, heading } = found
  const layout = layOut(heading, table)
  const rows = table.rows.filter(({ number }) => number > heading.number)
  const examples = rows.filter((row) => isExample(row, layout))
  const read = refuseRepeated(
    rows.filter((row) => !examples.includes(row)).map((row) => readRow(row, layout, otherwise)),
  )
  return {
    sheet: table.sheet,
    cases: read.flatMap(({ question }) => question ?? []),
    columns: [...layout.places].map(([field, place]) => ({ heading: cellText(heading.cells[place] ?? null), field })),
    unknownColumns: [...layout.unknown.keys()],
    refused: read.filter(({ question }) => !question).map(({ row, faults }) => ({ row, faults })),
    withoutDay: read.filter(({ question, withoutDay }) => question && withoutDay).length,
    examples: examples.map(({ number }) => number),
  }
}

function isQuestionHeading(cell: TableRow['cells'][number]): boolean {
  return typeof cell === 'string' && fieldOf(cell) === 'question'
}

/** Of two columns for one field the first counts; the other is kept like any unknown one. */
function layOut({ cells, number }: TableRow, { rows }: Table): Layout {
  const layout: Layout = { places: new Map(), unknown: new Map() }
  const width = Math.max(...rows.map((row) => row.cells.length))
  for (let place = 0; place < width; place++) {
    const heading = cellText(cells[place] ?? null)
    const field = fieldOf(heading)
    if (field && !layout.places.has(field)) layout.places.set(field, place)
    else if (heading !== '' || rows.some((row) => row.number > number && (row.cells[place] ?? null) !== null))
      layout.unknown.set(nameOf(heading, place, layout), place)
  }
  return layout
}

function nameOf(heading: string, place: number, { unknown }: Layout): string {
  const name = heading === '' ? `Spalte ${place + 1}` : heading
  return unknown.has(name) ? `${name} (Spalte ${place + 1})` : name
}

function isExample({ cells }: TableRow, { places }: Layout): boolean {
  const place = places.get('id')
  return place !== undefined && cellText(cells[place] ?? null).toUpperCase() === exampleId
}

function refuseRepeated(read: ReadRow[]): ReadRow[] {
  const rows = new Map<string, number>()
  return read.map((one) => {
    if (!one.question) return one
    const before = rows.get(one.question.id)
    if (before === undefined) rows.set(one.question.id, one.row)
    return before === undefined
      ? one
      : {
          ...one,
          question: null,
          faults: [`Kennung ${one.question.id} steht schon in Zeile ${before}, oder es ist dieselbe Frage`],
        }
  })
}

function noHeading(tables: Table[]): string {
  const first = tables.find(({ rows }) => rows.length > 0)?.rows[0]
  if (!first) return 'Die Datei enthält keine Zeilen.'
  const read = first.cells
    .map(cellText)
    .filter((text) => text !== '')
    .slice(0, 8)
  return `Keine Spalte heißt „Frage“. In der ersten Zeile steht: ${read.join(' | ').slice(0, 200)}. Eine Vorlage schreibt npm run eval -- template vorlage.xlsx.`
}
