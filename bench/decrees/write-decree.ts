import { makeDocx, paragraph } from '../../tests/office/make-docx.ts'
import { makeMail } from '../../tests/office/make-mail.ts'
import { makePdf, type PdfLine } from '../../tests/office/make-pdf.ts'
import type { DecreeBlock, InventedDecree } from './invent-decrees.ts'

/** Formats of an office's folder and how often, in percent. Scans are left out: their time is the OCR's. */
export const formatShares: [extension: string, share: number][] = [
  ['pdf', 50],
  ['docx', 30],
  ['html', 8],
  ['eml', 5],
  ['txt', 4],
  ['md', 3],
]

/** The bytes of a decree as a file of that extension. */
export function writeDecree(decree: InventedDecree, extension: string): Buffer {
  if (extension === 'pdf') return pdf(decree.blocks)
  if (extension === 'docx') return docx(decree.blocks)
  if (extension === 'html') return Buffer.from(html(decree.blocks))
  if (extension === 'eml') return makeMail(decree.subject, plain(decree.blocks))
  return Buffer.from(extension === 'md' ? markdown(decree.blocks) : plain(decree.blocks))
}

function docx(blocks: DecreeBlock[]): Buffer {
  const styles = [1, 2]
    .map(
      (level) =>
        `<w:style w:type="paragraph" w:styleId="berschrift${level}"><w:name w:val="heading ${level}"/></w:style>`,
    )
    .join('')
  const body = blocks.map((block) => paragraph(escape(words(block)), block.kind === 'heading' ? styleOf(block) : ''))
  return makeDocx({ body: body.join(''), styles })
}

function styleOf({ number }: DecreeBlock): string {
  return `berschrift${number?.includes('.') ? 2 : 1}`
}

function html(blocks: DecreeBlock[]): string {
  const body = blocks.map((block) => {
    const tag = block.kind === 'heading' ? (block.number?.includes('.') ? 'h3' : 'h2') : 'p'
    return `<${tag}>${escape(words(block))}</${tag}>`
  })
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Schreiben</title></head><body>${body.join('\n')}</body></html>`
}

function markdown(blocks: DecreeBlock[]): string {
  return blocks.map((block) => (block.kind === 'heading' ? `## ${words(block)}` : words(block))).join('\n\n')
}

function plain(blocks: DecreeBlock[]): string {
  return blocks.map(words).join('\n\n')
}

const lineCharacters = 88
const linePoints = 15
const top = 70
const bottom = 780

/** Pages of Helvetica with the number of each at its foot. */
function pdf(blocks: DecreeBlock[]): Buffer {
  const pages: PdfLine[][] = [[]]
  let y = top
  for (const block of blocks) {
    for (const line of wrap(words(block))) {
      if (y > bottom) {
        pages.push([])
        y = top
      }
      pages.at(-1)?.push({ text: line, y, bold: block.kind === 'heading' })
      y += linePoints
    }
    y += linePoints * 0.8
  }
  return makePdf(
    pages.map((lines, at) => [...lines, { text: `Seite ${at + 1} von ${pages.length}`, x: 270, y: 815, size: 9 }]),
  )
}

function wrap(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= lineCharacters) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function words({ number, text }: DecreeBlock): string {
  return number === null ? text : `${number} ${text}`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
