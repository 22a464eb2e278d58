import { getDocumentProxy } from 'unpdf'
import { gatherLines } from './gather-lines.ts'
import { damaged, PaperError } from './paper-error.ts'
import { paperLimits } from './paper-limits.ts'
import type { PageLines, TextPiece } from './text-line.ts'

/** pdf.js asks for this; Node has it from version 21 on. */
const buffers = ArrayBuffer.prototype as { transferToFixedLength?(length?: number): ArrayBuffer }
buffers.transferToFixedLength ??= function transferToFixedLength(this: ArrayBuffer, length = this.byteLength) {
  return this.slice(0, length)
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/**
 * The text layer of a PDF, page by page; a scanned page has no lines. Scripts in the file are not run, embedded files
 * and links not followed, pictures not decoded.
 * @throws PaperError for an encrypted, damaged or absurdly long file
 */
export async function pdfLines(bytes: Uint8Array): Promise<PageLines[]> {
  const document = await open(bytes)
  try {
    if (document.numPages > paperLimits.pages)
      throw new PaperError(
        'too_complex',
        `Das PDF hat ${document.numPages} Seiten; gelesen werden höchstens ${paperLimits.pages}. Bitte in Teilen hochladen.`,
      )
    const fonts: Fonts = { bold: new Map() }
    const pages: PageLines[] = []
    let characters = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await readPage(document, number, fonts)
      characters += page.lines.reduce((sum, line) => sum + line.text.length, 0)
      if (characters > paperLimits.characters)
        throw new PaperError('too_complex', 'Das PDF enthält mehr Text, als gelesen wird. Bitte in Teilen hochladen.')
      pages.push(page)
    }
    return pages
  } finally {
    await document.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      maxImageSize: 1,
      enableXfa: false,
      isEvalSupported: false,
    })
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new PaperError(
        'encrypted',
        'Das PDF ist mit einem Kennwort verschlüsselt. Bitte ohne Kennwort speichern („Drucken als PDF“) und noch einmal hochladen.',
        { cause },
      )
    throw damaged('PDF', cause)
  }
}

/** Which fonts are bold, by pdf.js's names of them. */
interface Fonts {
  bold: Map<string, boolean>
}

async function readPage(document: PdfDocument, number: number, fonts: Fonts): Promise<PageLines> {
  try {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    await learnFonts(page, Object.keys(content.styles), fonts)
    const view = page.getViewport({ scale: 1 })
    const pieces: Turned[] = []
    for (const item of content.items)
      if ('str' in item && item.str.trim() !== '')
        pieces.push(place(item, view.transform as number[], fonts.bold.get(item.fontName) ?? false))
    page.cleanup()
    return {
      page: number,
      width: view.width,
      height: view.height,
      lines: gatherLines(upright(pieces, view), view.width),
    }
  } catch (cause) {
    throw damaged(`PDF (Seite ${number})`, cause)
  }
}

/** Font names come with the drawing commands alone; they are read only for pages with fonts not seen before. */
async function learnFonts(page: PdfPage, names: string[], { bold }: Fonts): Promise<void> {
  if (names.every((name) => bold.has(name))) return
  await page.getOperatorList()
  await new Promise((resolve) => setImmediate(resolve))
  for (const name of names) {
    const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as { name?: string } | null) : null
    bold.set(name, /bold|black|heavy|fett/i.test(font?.name ?? ''))
  }
}

interface Turned extends TextPiece {
  /** Quarter turns, clockwise, by which the text stands on the page. */
  turns: number
  down: number
  along: number
}

interface TextItem {
  str: string
  width: number
  transform: number[]
  fontName: string
}

/** In the page's coordinates as it is shown, from its top left corner. */
function place(item: TextItem, view: number[], bold: boolean): Turned {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiply(view, item.transform)
  const size = Math.hypot(c, d)
  const turns = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4
  return { text: item.str, left: e, right: e + item.width, bottom: f, size, bold, turns, along: item.width, down: f }
}

function multiply(m: number[], n: number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** Text as most of the page stands; what is turned otherwise (a stamp at the margin) is left out. */
function upright(pieces: Turned[], { width, height }: { width: number; height: number }): TextPiece[] {
  const counts = [0, 0, 0, 0]
  for (const { turns, text } of pieces) counts[turns] = (counts[turns] ?? 0) + text.length
  const turns = counts.indexOf(Math.max(...counts))
  return pieces
    .filter((piece) => piece.turns === turns)
    .map(({ text, left, along, bottom, size, bold }) => {
      const [x, y] = turnBack(left, bottom, turns, width, height)
      return { text, left: x, right: x + along, bottom: y, size, bold }
    })
}

function turnBack(x: number, y: number, turns: number, width: number, height: number): [number, number] {
  if (turns === 1) return [y, width - x]
  if (turns === 2) return [width - x, height - y]
  return turns === 3 ? [height - y, x] : [x, y]
}
