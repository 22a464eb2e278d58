import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { makeDocx, paragraph } from '../../../tests/office/make-docx.ts'
import { makeOdt } from '../../../tests/office/make-odt.ts'
import { makePdf, makePdfOfStreams } from '../../../tests/office/make-pdf.ts'
import { makeZip } from '../../../tests/make-zip.ts'
import { parseApart } from './parse-apart.ts'
import { PaperError } from './paper-error.ts'
import { paperLimits } from './paper-limits.ts'
import { readPaper, refuseBySize } from './read-paper.ts'

const muster = 'Es gilt das erfundene Muster, und das schon lange.'
const body = paragraph(muster)

async function faultOf(bytes: Uint8Array, name: string): Promise<PaperError> {
  const error: unknown = await readPaper(bytes, name).catch((cause: unknown) => cause)
  if (error instanceof PaperError) return error
  throw new Error('it was read')
}

const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ])
const docx = makeDocx({ body })

describe('a file that cannot be read says what to do', () => {
  test.each<[string, Buffer, string, string, RegExp]>([
    ['0 bytes', Buffer.alloc(0), 'muster.pdf', 'empty', /leer.*noch einmal hochladen/],
    [
      'an encrypted PDF',
      makePdf([[{ text: muster, y: 100 }]], { encrypted: true }),
      'muster.pdf',
      'encrypted',
      /Kennwort.*ohne Kennwort speichern/,
    ],
    ['an encrypted Word document', compound('EncryptedPackage'), 'muster.docx', 'encrypted', /Kennwort/],
    [
      'an encrypted OpenDocument text',
      makeOdt('', '', '<manifest:encryption-data/>'),
      'muster.odt',
      'encrypted',
      /Kennwort/,
    ],
    ['a Word document of before 2007', compound('WordDocument'), 'muster.doc', 'unsupported', /als DOCX speichern/],
    ['a PDF cut off', makePdf([[{ text: muster, y: 100 }]]).subarray(0, 200), 'muster.pdf', 'damaged', /beschädigt/],
    ['a Word document cut off', docx.subarray(0, docx.length - 200), 'muster.docx', 'damaged', /beschädigt/],
    ['an RTF document cut off', Buffer.from('{\\rtf1 {\\b Es gilt'), 'muster.rtf', 'damaged', /beschädigt/],
    ['a Word document with broken XML', makeDocx({ body: '<w:p>' }), 'muster.docx', 'damaged', /beschädigt/],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'muster.png', 'unsupported', /Bild \(PNG\).*PDF/],
    ['a program', Buffer.from('MZ\u0090\0'), 'muster.pdf', 'unsupported', /Programm/],
    ['a spreadsheet', makeZip([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'muster.docx', 'unsupported', /Tabelle/],
    ['an archive', makeZip([{ name: '../muster.txt', content: muster }]), 'muster.docx', 'unsupported', /auspacken/],
    ['bytes of no format', Buffer.from([1, 2, 0, 3, 4, 0, 5]), 'muster.txt', 'unsupported', /keinem bekannten Format/],
    [
      'an HTML page without text',
      Buffer.from('<html><body><script>1</script></body></html>'),
      'muster.html',
      'no_text',
      /kein Text/,
    ],
  ])('%s', async (_, bytes, name, fault, message) => {
    const error = await faultOf(bytes, name)
    expect(error.message).toMatch(message)
    expect(error.fault).toBe(fault)
  })

  test('a file of 2 GB is refused by its size, before it is read', () => {
    expect(() => refuseBySize(2 * 1024 * 1024 * 1024)).toThrow(/2048 MB; gelesen werden höchstens 100 MB.*in Teilen/)
  })
})

describe('a file made to do harm', () => {
  test('a PDF of thousands of pages is refused', async () => {
    const error = await faultOf(makePdf(Array.from({ length: 3001 }, () => [{ text: muster, y: 100 }])), 'bombe.pdf')
    expect(error.fault).toBe('too_complex')
    expect(error.message).toMatch(/3001 Seiten.*höchstens 3000.*in Teilen/)
  })

  test('a zip bomb in a Word document is refused', async () => {
    const bomb = makeDocx({ body: `${body}<!--${' '.repeat(8 * 1024 * 1024)}-->` })
    const error = await faultOf(bomb, 'bombe.docx')
    expect(error.fault).toBe('too_complex')
    expect(error.message).toMatch(/Zip-Bombe/)
  })

  test('entities and DTDs in office files are refused', async () => {
    const content = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    const error = await faultOf(
      makeZip([
        { name: 'content.xml', content },
        { name: 'mimetype', content: '' },
      ]),
      'bombe.odt',
    )
    expect(error.message).toMatch(/DTD/)
  })

  test('HTML nested ten thousand deep ends with a message, not with the service', async () => {
    const error = await faultOf(Buffer.from(`<html><body>${'<div>'.repeat(30_000)}x`), 'bombe.html').catch(() => null)
    expect(error?.fault ?? 'read').toMatch(/too_complex|read/)
  })

  test('what takes too long or too much memory is ended, and the next file is read', async () => {
    const bomb = makePdfOfStreams([deflateSync(Buffer.alloc(30_000_000, 'q Q '))], {}, [], '/Filter /FlateDecode')
    const slow = await parseApart(bomb, 'pdf', { ...paperLimits, parseMs: 1 }).catch((error: unknown) => error)
    expect(slow).toMatchObject({ fault: 'too_complex', message: expect.stringContaining('mehr Zeit') })
    const large = await parseApart(bomb, 'pdf', { ...paperLimits, memoryBytes: 1 }).catch((error: unknown) => error)
    expect(large).toMatchObject({ fault: 'too_complex', message: expect.stringContaining('mehr Arbeitsspeicher') })
    expect((await readPaper(Buffer.from(muster), 'muster.txt')).blocks).toHaveLength(1)
  })
})

describe('a Word document with more than text in it', () => {
  test('macros are never run, and are noted', async () => {
    const paper = await readPaper(
      makeDocx({ body, more: [{ name: 'word/vbaProject.bin', content: 'x' }] }),
      'muster.docm',
    )
    expect(paper.blocks.map((block) => block.text)).toEqual([muster])
    expect(paper.notes).toEqual([expect.stringMatching(/Makros.*weder gelesen noch ausgeführt/)])
  })

  test('what lies outside is never fetched, and is noted; links are no matter', async () => {
    const relation = (type: string) => ({
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>`,
    })
    const notesOf = async (type: string) =>
      (await readPaper(makeDocx({ body, more: [relation(type)] }), 'muster.docx')).notes
    expect(await notesOf('attachedTemplate')).toEqual([expect.stringMatching(/außerhalb.*nicht geladen/)])
    expect(await notesOf('hyperlink')).toEqual([])
  })
})
