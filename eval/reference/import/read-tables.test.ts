import { describe, expect, test } from 'vitest'
import writeSheets from 'write-excel-file/node'
import { makeZip } from '../../../tests/make-zip.ts'
import { toDay } from '../../../src/law/day.ts'
import { importTables } from './import-table.ts'
import { readTables } from './read-tables.ts'
import { UnreadableTableError } from './unreadable-table-error.ts'

const whole = await writeSheets([
  ['Frage', 'Antwort'],
  ['Was?', 'Das.'],
]).toBuffer()
const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const read = async (bytes: Buffer) => importTables(await readTables(bytes), toDay('2025-04-01'))

describe('a file that is no list is refused with what to do', () => {
  test.each([
    ['of 0 bytes', Buffer.alloc(0), /leer \(0 Byte\)/],
    ['with blanks only', Buffer.from(' \r\n;;\r\n'), /enthält keine Zeilen/],
    ['that is a PDF under another name', Buffer.from('%PDF-1.7\n%âãÏÓ'), /ein PDF/],
    ['that is an image', Buffer.from('\u0089PNG\r\n', 'latin1'), /ein Bild/],
    ['protected by a password', Buffer.concat([oldOffice, Buffer.from('EncryptedPackage', 'utf16le')]), /Kennwort/],
    ['of Excel before 2007', Buffer.concat([oldOffice, Buffer.alloc(64)]), /alte Format/],
    ['cut off', whole.subarray(0, whole.length / 2), /beschädigt oder unvollständig/],
    ['that is another zip', makeZip([{ name: 'a.txt', content: 'a' }]), /keine lesbare Excel-Arbeitsmappe/],
    [
      'of OpenOffice',
      makeZip([
        { name: 'mimetype', content: '' },
        { name: 'application/vnd.oasis.opendocument.x', content: '' },
      ]),
      /OpenDocument/,
    ],
    ['with bytes that are no text', Buffer.from([1, 0, 2, 0, 3]), /Binärdaten/],
    ['whose quote is never closed', Buffer.from('Frage;Antwort\nWas?;Das.\n"Offen;x\n'), /Zeile 3 .*Anführungszeichen/],
    [
      'without a column of questions',
      Buffer.from('Nummer;Text\n1;Was?\n'),
      /Keine Spalte heißt „Frage“.*Nummer \| Text/,
    ],
  ])('%s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(UnreadableTableError)
    await expect(read(bytes)).rejects.toThrow(message)
  })

  test('cut anywhere or with any byte changed, it is read or refused, never anything else', async () => {
    for (let end = 0; end < whole.length; end += 97) {
      const damaged = Buffer.from(whole)
      damaged[end] = (damaged[end] ?? 0) ^ 0xff
      for (const bytes of [whole.subarray(0, end), damaged]) {
        const outcome = await read(bytes).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UnreadableTableError)
        else expect(outcome).toHaveProperty('cases')
      }
    }
  })
})
