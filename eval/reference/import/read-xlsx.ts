import readSheets from 'read-excel-file/node'
import { readUnsolvedFormulas } from './read-unsolved-formulas.ts'
import { type Cell, type Table, toTable } from './table.ts'
import { UnreadableTableError } from './unreadable-table-error.ts'

/**
 * The sheets of an XLSX file. A formula is read as the result that was saved with it, or as the error it shows.
 * @throws UnreadableTableError where it is damaged, or another kind of zip
 */
export async function readXlsx(bytes: Buffer): Promise<Table[]> {
  if (bytes.includes('application/vnd.oasis.opendocument'))
    throw new UnreadableTableError(
      'Die Datei ist ein OpenDocument (.ods). Bitte als „Excel-Arbeitsmappe (.xlsx)“ oder als CSV speichern.',
    )
  try {
    return await readWorkbook(bytes)
  } catch (cause) {
    throw new UnreadableTableError(
      'Die Datei ist keine lesbare Excel-Arbeitsmappe: Sie ist beschädigt oder unvollständig. Bitte in Excel öffnen und neu als .xlsx speichern.',
      { cause },
    )
  }
}

async function readWorkbook(bytes: Buffer): Promise<Table[]> {
  const sheets = await readSheets(bytes)
  const unsolved = await readUnsolvedFormulas(bytes)
  return sheets.map(({ sheet, data }, place) => {
    // The library's types say `typeof Date` where it means a Date.
    const rows = data as unknown as Cell[][]
    for (const { row, column, shows } of unsolved.filter((formula) => formula.sheet === place)) {
      const cells = rows[row]
      if (cells) cells[column] = shows
    }
    return toTable(sheet, rows)
  })
}
