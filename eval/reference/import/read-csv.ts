import Papa from 'papaparse'
import { countHeadings } from './columns.ts'
import { decodeTable } from './decode-table.ts'
import { type Table, toTable } from './table.ts'
import { UnreadableTableError } from './unreadable-table-error.ts'

/**
 * A CSV file as offices have it: semicolon, comma or tab, whichever makes most headings out of one of its lines;
 * UTF-8, UTF-16 or Windows-1252.
 * @throws UnreadableTableError where it is no text, or a quote is never closed
 */
export function readCsv(bytes: Buffer): Table {
  const text = decodeTable(bytes)
  if (text.includes('\0'))
    throw new UnreadableTableError('Die Datei ist weder CSV noch XLSX, sondern enthält Binärdaten.')
  const [firstLine = '', separator] = /^sep=(.)\r?\n/i.exec(text) ?? []
  const { data, errors } = parse(text.slice(firstLine.length), separator ? [separator] : [';', ',', '\t'])
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken) {
    const row = (broken.row ?? 0) + (separator ? 2 : 1)
    throw new UnreadableTableError(
      `Zeile ${row} der CSV-Datei hat ein Anführungszeichen, das nicht geschlossen oder nicht verdoppelt ist. Bitte berichtigen, oder in Excel öffnen und neu speichern.`,
    )
  }
  return toTable(null, separator ? [[], ...data] : data)
}

/** Papaparse guesses by the first lines' lengths and is misled by a title above the headings. */
function parse(text: string, delimiters: string[]): Papa.ParseResult<string[]> {
  const parsed = delimiters.map((delimiter) => Papa.parse<string[]>(text, { delimiter }))
  const headings = parsed.map(({ data }) => Math.max(0, ...data.slice(0, 20).map(countHeadings)))
  return parsed[headings.indexOf(Math.max(...headings))] as Papa.ParseResult<string[]>
}
