import mammoth from 'mammoth'
import { decodeText } from './decode-text.ts'
import { docxNumbering } from './docx-numbering.ts'
import { htmlBlocks } from './html-blocks.ts'
import { numberBlocks } from './number-blocks.ts'
import { openOfficeFile, type OfficeFile } from './open-office-file.ts'
import type { Paper } from './paper.ts'
import { damaged, PaperError } from './paper-error.ts'
import { readOfficeXml } from './read-office-xml.ts'
import { writeDocxNumbers } from './write-docx-numbers.ts'

const what = 'Word-Dokument (DOCX)'

/**
 * A Word document by mammoth, which gets its parts unpacked under our limits and with the automatic numbers written
 * out. Macros are never run, external references never fetched; tracked deletions are left out, insertions kept.
 */
export async function readDocx(bytes: Uint8Array): Promise<Paper> {
  const file = await openOfficeFile(bytes, what)
  try {
    const xml = await partText(file, 'word/document.xml')
    const html = await toHtml(file, await withNumbers(file, xml))
    const { blocks } = htmlBlocks(html)
    const notes = await noticed(file, xml)
    return { blocks: numberBlocks(blocks), pages: null, attachments: [], notes, meta: { format: 'docx', mail: null } }
  } finally {
    file.close()
  }
}

async function partText(file: OfficeFile, name: string): Promise<string> {
  return decodeText(await file.read(name)).text.replace(/^\uFEFF/, '')
}

async function withNumbers(file: OfficeFile, xml: string): Promise<string> {
  const part = async (name: string) => (file.has(name) ? readOfficeXml(await partText(file, name), what) : null)
  const numbering = docxNumbering(await part('word/numbering.xml'), await part('word/styles.xml'))
  return writeDocxNumbers(xml, numbering)
}

async function toHtml(file: OfficeFile, xml: string): Promise<string> {
  // mammoth's own seam for a zip that is already open (lib/unzip.js), missing in its types.
  const opened = {
    exists: (name: string) => file.has(name),
    async read(name: string, encoding?: string) {
      const part = name === 'word/document.xml' ? Buffer.from(xml) : Buffer.from(await file.read(name))
      return encoding === undefined ? new Uint8Array(part) : part.toString(encoding === 'base64' ? 'base64' : 'utf8')
    },
  }
  const input = { file: opened } as unknown as { buffer: Buffer }
  try {
    const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
    return (await mammoth.convertToHtml(input, { convertImage: noPicture, externalFileAccess: false })).value
  } catch (cause) {
    if (cause instanceof PaperError) throw cause
    throw damaged(what, cause)
  }
}

async function noticed(file: OfficeFile, xml: string): Promise<string[]> {
  const notes: string[] = []
  if (file.names.some((name) => /vbaProject/i.test(name)))
    notes.push('Das Dokument enthält Makros. Sie wurden weder gelesen noch ausgeführt; nur der Text wurde übernommen.')
  if (/<w:(?:del|ins|moveFrom|moveTo)\b/.test(xml))
    notes.push(
      'Das Dokument enthält nachverfolgte Änderungen: Gelöschtes wurde weggelassen, Eingefügtes übernommen. Bitte die Endfassung hochladen.',
    )
  if (file.names.some((name) => name.startsWith('word/comments'))) notes.push('Kommentare am Rand wurden weggelassen.')
  if (await hasExternal(file))
    notes.push(
      'Das Dokument verweist auf Inhalte außerhalb (Bilder, Vorlagen, Verknüpfungen); sie wurden nicht geladen.',
    )
  return notes
}

/** Links that a reader may click are text; everything else that lies outside would have to be fetched. */
async function hasExternal(file: OfficeFile): Promise<boolean> {
  for (const name of file.names.filter((one) => /^word\/_rels\/.*\.rels$/.test(one))) {
    const targets = (await partText(file, name)).match(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g) ?? []
    if (targets.some((target) => !/Type="[^"]*\/hyperlink"/.test(target))) return true
  }
  return false
}
