import { openZip } from '../../sources/zip.ts'
import { decodeText } from './decode-text.ts'
import type { PaperFormat } from './paper.ts'
import { PaperError } from './paper-error.ts'
import { officeZipLimits } from './paper-limits.ts'

/** What a file is, and a note where its name says something else. */
export interface DetectedFormat {
  format: PaperFormat
  note: string | null
}

const names: Record<PaperFormat, string> = {
  pdf: 'PDF',
  docx: 'Word-Dokument (DOCX)',
  odt: 'OpenDocument-Text (ODT)',
  rtf: 'RTF-Dokument',
  html: 'HTML-Seite',
  eml: 'E-Mail (EML)',
  msg: 'Outlook-Nachricht (MSG)',
  markdown: 'Markdown-Text',
  text: 'Text',
}

const extensions: Record<string, PaperFormat> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  eml: 'eml',
  msg: 'msg',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
}

/** Extensions whose files are worth opening. */
export const readableExtensions: readonly string[] = Object.keys(extensions)

/**
 * The format by the bytes; the name decides only between Markdown and plain text, which bytes do not tell apart.
 * @throws PaperError for what is no paper (a picture, a spreadsheet, a program), encrypted, or an old Word file.
 */
export async function detectFormat(bytes: Uint8Array, name: string): Promise<DetectedFormat> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const claimed = extensions[extension] ?? null
  const format = formatByMagic(bytes) ?? (await formatInZip(bytes)) ?? formatOfText(bytes, claimed)
  if (claimed === null || claimed === format) return { format, note: null }
  return {
    format,
    note: `Die Datei heißt „${name}“, ist aber: ${names[format]}. So wurde sie gelesen.`,
  }
}

function formatByMagic(bytes: Uint8Array): PaperFormat | null {
  const head = latin1(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  if (/^\s*\{\\rtf/.test(head)) return 'rtf'
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return formatInCompound(bytes)
  const picture = pictures.find(([magic]) => head.startsWith(magic))
  if (picture !== undefined)
    throw unsupported(`ein Bild (${picture[1]})`, 'Bitte als PDF einscannen oder speichern; PDF-Scans werden gelesen.')
  if (head.startsWith('MZ') || head.startsWith('\x7fELF'))
    throw unsupported(
      'ein Programm',
      'Bitte das Dokument selbst hochladen; kam die Datei als Erlass, bitte an die IT-Sicherheit wenden.',
    )
  return null
}

const pictures: [string, string][] = [
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['GIF8', 'GIF'],
  ['BM', 'BMP'],
]

/** Names of streams in Microsoft's compound files ([MS-CFB]) stand in the directory as UTF-16. */
function formatInCompound(bytes: Uint8Array): PaperFormat {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage'))
    throw new PaperError(
      'encrypted',
      'Das Office-Dokument ist mit einem Kennwort verschlüsselt. Bitte ohne Kennwort speichern und noch einmal hochladen.',
    )
  if (holds('__properties_version1.0')) return 'msg'
  if (holds('WordDocument')) throw unsupported('ein Word-Dokument im alten Format (DOC)', 'Bitte als DOCX speichern.')
  throw unsupported('eine Office-Datei im alten Format', 'Bitte als DOCX, ODT oder PDF speichern.')
}

async function formatInZip(bytes: Uint8Array): Promise<PaperFormat | null> {
  if (!latin1(bytes.subarray(0, 4)).startsWith('PK')) return null
  const zip = await openZip(bytes, officeZipLimits)
  if (zip.kind === 'failed') throw new PaperError('damaged', zip.reason)
  try {
    const has = (name: string) => zip.entries.some((entry) => entry.name === name)
    if (has('word/document.xml')) return 'docx'
    if (has('content.xml') && (has('styles.xml') || has('mimetype'))) return 'odt'
    if (has('xl/workbook.xml') || has('ppt/presentation.xml'))
      throw unsupported('eine Tabelle oder Präsentation', 'Bitte als PDF speichern.')
    throw unsupported('ein Zip-Archiv', 'Bitte auspacken und die Dateien einzeln hochladen.')
  } finally {
    zip.close()
  }
}

const mailField = /^(?:from|to|date|subject|mime-version|message-id|received|return-path|content-type|delivered-to):/gim

function formatOfText(bytes: Uint8Array, claimed: PaperFormat | null): PaperFormat {
  const head = decodeText(bytes.subarray(0, 8192)).text
  if (hasBinary(head))
    throw unsupported(
      'in keinem bekannten Format',
      'Gelesen werden PDF, DOCX, ODT, RTF, HTML, EML, MSG, Markdown und Text.',
    )
  const start = head.replace(/^(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->)*/, '').toLowerCase()
  if (/^<(?:!doctype html|html|head|body|meta|title|div|p|table|h[1-6]|span|style)\b/.test(start)) return 'html'
  const fields = head.replace(/^From .*\r?\n/, '').split(/\r?\n\r?\n/)[0] ?? ''
  const lines = fields.split(/\r?\n/)
  const headed = lines.every((line) => /^(?:[\w-]+:|[ \t])/.test(line))
  if (headed && (fields.match(mailField)?.length ?? 0) >= 2) return 'eml'
  return claimed === 'markdown' || (claimed === null && /^#{1,6} \S/m.test(head)) ? 'markdown' : 'text'
}

/** Characters that stand in no text: NUL and other controls but tab, line ends, form feed and escape. */
function hasBinary(text: string): boolean {
  let controls = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code === 0) return true
    if (code < 32 && ![9, 10, 12, 13, 27].includes(code)) controls += 1
  }
  return controls > text.length / 100
}

function unsupported(what: string, remedy: string): PaperError {
  return new PaperError('unsupported', `Die Datei ist ${what} und wird nicht gelesen. ${remedy}`)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
