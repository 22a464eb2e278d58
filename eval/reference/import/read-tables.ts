import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Table } from './table.ts'
import { UnreadableTableError } from './unreadable-table-error.ts'

/** What other kinds of files begin with, and what to do about them. The ending of a file's name says too little. */
const strangers: [begin: string, what: string][] = [
  ['%PDF', 'ein PDF, keine Tabelle. Bitte die Tabelle selbst als .xlsx oder .csv speichern'],
  ['{\\rtf', 'ein RTF-Text, keine Tabelle. Bitte als .xlsx oder .csv speichern'],
  ['\u0089PNG', 'ein Bild, keine Tabelle. Bitte die Tabelle selbst als .xlsx oder .csv speichern'],
  ['\u00FF\u00D8\u00FF', 'ein Bild, keine Tabelle. Bitte die Tabelle selbst als .xlsx oder .csv speichern'],
]
const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * The tables of a CSV or XLSX file, told apart by their content.
 * @throws UnreadableTableError for anything else
 */
export async function readTables(bytes: Buffer): Promise<Table[]> {
  if (bytes.length === 0) throw new UnreadableTableError('Die Datei ist leer (0 Byte).')
  const begin = bytes.toString('latin1', 0, 8)
  const stranger = strangers.find(([sign]) => begin.startsWith(sign))
  if (stranger) throw new UnreadableTableError(`Die Datei ist ${stranger[1]}.`)
  if (bytes.subarray(0, 8).equals(oldOffice)) throw new UnreadableTableError(faultOfOldOffice(bytes))
  return begin.startsWith('PK') ? await readXlsx(bytes) : [readCsv(bytes)]
}

/** Excel wraps a protected .xlsx into the container its files had before 2007. */
function faultOfOldOffice(bytes: Buffer): string {
  const isProtected = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return isProtected
    ? 'Die Datei ist mit einem Kennwort geschützt. Bitte in Excel öffnen, den Schutz entfernen (Datei › Informationen › Arbeitsmappe schützen) und neu speichern.'
    : 'Die Datei hat das alte Format von Excel (.xls) oder Word. Bitte in Excel als „Excel-Arbeitsmappe (.xlsx)“ speichern.'
}
