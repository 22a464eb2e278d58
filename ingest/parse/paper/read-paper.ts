import { megabytes } from '../../sources/limits.ts'
import { detectFormat } from './detect-format.ts'
import { ocrPages } from './ocr-pages.ts'
import type { Paper } from './paper.ts'
import { PaperError } from './paper-error.ts'
import { paperLimits } from './paper-limits.ts'
import { parseApart } from './parse-apart.ts'
import { readPages } from './read-pages.ts'
import type { PageLines } from './text-line.ts'

/**
 * A paper of the office from a file's bytes, whatever its format; the name only helps where bytes do not tell. Mails
 * bring their attachments along unread (unfold-mail.ts). `onPage` hears how many of the scanned pages are read.
 * @throws PaperError with a German message that says what to do; then nothing of the file is to be kept
 */
export async function readPaper(
  bytes: Uint8Array,
  name: string,
  onPage?: (done: number, total: number) => void,
): Promise<Paper> {
  refuseBySize(bytes.byteLength)
  const { format, note } = await detectFormat(bytes, name)
  const parsed = await parseApart(bytes, format)
  const paper = parsed.kind === 'paper' ? parsed.paper : await readScans(bytes, parsed.pages, onPage)
  if (paper.blocks.length === 0 && paper.attachments.length === 0)
    throw new PaperError(
      'no_text',
      'In der Datei steht kein Text, auch nicht als lesbarer Scan. Bitte prüfen, ob es die richtige Datei ist.',
    )
  return note === null ? paper : { ...paper, notes: [note, ...paper.notes] }
}

/** Refuses by a file's size, to be asked before the file is read. @throws PaperError */
export function refuseBySize(bytes: number): void {
  if (bytes === 0)
    throw new PaperError('empty', 'Die Datei ist leer (0 Bytes). Bitte am Ursprung prüfen und noch einmal hochladen.')
  if (bytes > paperLimits.fileBytes)
    throw new PaperError(
      'too_large',
      `Die Datei hat ${megabytes(bytes)}; gelesen werden höchstens ${megabytes(paperLimits.fileBytes)}. Bitte in Teilen oder mit kleineren Bildern hochladen.`,
    )
}

/** Pages without a usable text layer are read by OCR. */
async function readScans(
  bytes: Uint8Array,
  pages: PageLines[],
  onPage?: (done: number, total: number) => void,
): Promise<Paper> {
  const scans = pages.filter(isScan)
  const notes: string[] = []
  let whole = pages
  if (scans.length > 0) {
    const read = await ocrPages(bytes, scans, onPage)
    const byNumber = new Map(read.pages.map((page) => [page.page, page]))
    whole = pages.map((page) => longer(page, byNumber.get(page.page)))
    const recognised = read.pages.filter((page) => page.lines.length > 0).map((page) => page.page)
    if (recognised.length > 0)
      notes.push(`Texterkennung (OCR) auf ${list(recognised)}: Bitte Zahlen, Daten und Aktenzeichen am Scan prüfen.`)
    if (read.turned.length > 0) notes.push(`Gedreht eingescannt und zum Lesen gedreht: ${list(read.turned)}.`)
    if (read.unsure.length > 0) notes.push(`Schlecht lesbar: ${list(read.unsure)}. Besser mit 300 dpi neu einscannen.`)
  }
  return { blocks: readPages(whole), pages: pages.length, attachments: [], notes, meta: { format: 'pdf', mail: null } }
}

/** Hardly any letters, or mostly characters that no reader could print (fonts without a table of their letters). */
function isScan(page: PageLines): boolean {
  const text = page.lines.map((line) => line.text).join('')
  const odd = text.match(/[\p{Cc}\p{Co}\ufffd]/gu)?.length ?? 0
  return lettersOn(page) < 25 || odd > text.length * 0.2
}

function longer(page: PageLines, other: PageLines | undefined): PageLines {
  return other !== undefined && lettersOn(other) > lettersOn(page) ? other : page
}

function lettersOn({ lines }: PageLines): number {
  return lines.reduce((sum, line) => sum + (line.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
}

function list(pages: number[]): string {
  return pages.length === 1
    ? `Seite ${pages[0]}`
    : `${pages.length} Seiten (${pages.slice(0, 12).join(', ')}${pages.length > 12 ? ' …' : ''})`
}
