import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPgm, turnPicture, writePgm } from './gray-picture.ts'
import { PaperError } from './paper-error.ts'
import { paperLimits } from './paper-limits.ts'
import { readTsvLines, type RecognisedText } from './read-tsv-lines.ts'
import { runTool } from './run-tool.ts'
import type { PageLines } from './text-line.ts'

/** Long side of a page's picture: A4 at 300 dpi, which tesseract reads best. */
const pixelsLong = 3508
/** Below this certainty the page may stand on its head. */
const doubtful = 75

export interface OcrPages {
  pages: PageLines[]
  /** Pages that were turned, counted from 1. */
  turned: number[]
  /** Pages whose words were recognised badly. */
  unsure: number[]
}

/** Reads scanned pages (numbers from 1) of a PDF with tesseract in German; a page on its head or side is turned. */
export async function ocrPages(
  pdf: Uint8Array,
  wanted: PageLines[],
  onPage: (done: number, total: number) => void = () => {},
): Promise<OcrPages> {
  if (wanted.length > paperLimits.ocrPages)
    throw new PaperError(
      'too_complex',
      `Das PDF hat ${wanted.length} gescannte Seiten; gelesen werden höchstens ${paperLimits.ocrPages}. Bitte in Teilen hochladen.`,
    )
  const folder = await mkdtemp(join(tmpdir(), 'fundstelle-ocr-'))
  try {
    const file = join(folder, 'paper.pdf')
    await writeFile(file, pdf)
    const read: OcrPages = { pages: [], turned: [], unsure: [] }
    for (const [done, page] of wanted.entries()) {
      onPage(done, wanted.length)
      await readPage(file, folder, page, read)
    }
    return read
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readPage(file: string, folder: string, page: PageLines, read: OcrPages): Promise<void> {
  const number = String(page.page)
  const target = join(folder, `page-${number}`)
  await runTool(
    'pdftoppm',
    ['-gray', '-f', number, '-l', number, '-scale-to', String(pixelsLong), '-singlefile', file, target],
    paperLimits.ocrPageMs,
  )
  const picture = `${target}.pgm`
  const scale = Math.max(page.width, page.height) / pixelsLong
  let text = await recognise(picture, scale)
  if (text.confidence < doubtful) {
    const better = await recogniseTurned(picture, scale)
    if (better !== null && better.confidence > text.confidence) {
      text = better
      read.turned.push(page.page)
    }
  }
  await rm(picture)
  if (text.words > 0 && text.confidence < 60) read.unsure.push(page.page)
  read.pages.push({ ...page, lines: text.lines })
}

async function recognise(picture: string, scale: number): Promise<RecognisedText> {
  const tsv = await runTool('tesseract', [picture, 'stdout', '-l', 'deu', '--psm', '3', 'tsv'], paperLimits.ocrPageMs)
  return readTsvLines(tsv, scale)
}

/** Null where the page stands upright, or tesseract finds too little to say how it stands. */
async function recogniseTurned(picture: string, scale: number): Promise<RecognisedText | null> {
  const found = await runTool('tesseract', [picture, 'stdout', '-l', 'osd', '--psm', '0'], paperLimits.ocrPageMs).catch(
    orNothing,
  )
  const degrees = Number(/^Rotate: (\d+)$/m.exec(found)?.[1] ?? 0)
  if (degrees !== 90 && degrees !== 180 && degrees !== 270) return null
  await writeFile(picture, writePgm(turnPicture(readPgm(await readFile(picture)), degrees)))
  return recognise(picture, scale)
}

/** On a page with few letters tesseract ends with an error. Missing data is told as such. */
function orNothing(error: unknown): string {
  if (error instanceof PaperError && error.fault === 'tool_missing') throw error
  return ''
}
