import { basename } from 'node:path'
import type { DocumentText } from '../../src/law/document-text.ts'
import { PaperError } from '../parse/paper/paper-error.ts'
import { paperLimits } from '../parse/paper/paper-limits.ts'
import { officeUrl } from '../parse/paper/office-format.ts'
import { paperText } from '../parse/paper/paper-text.ts'
import { readPaper } from '../parse/paper/read-paper.ts'
import { unfoldMail } from '../parse/paper/unfold-mail.ts'
import type { RecognisedHeader } from '../parse/recognise-header.ts'
import { leadsOutside, isLitter } from '../sources/file-layout.ts'
import { unpackLimits } from '../sources/limits.ts'
import { openZip, type ZipEntry } from '../sources/zip.ts'
import { recognisePaper } from './recognise-paper.ts'

/** A file that came inside another. */
export interface InnerFile {
  name: string
  bytes: Uint8Array
}

/** What an upload turned out to be. */
export type ReadUpload =
  | { kind: 'paper'; text: DocumentText; recognised: RecognisedHeader; notes: string[]; inner: InnerFile[] }
  | { kind: 'archive'; notes: string[]; inner: InnerFile[] }

export interface UploadFacts {
  fileName: string
  /** Key of the document it becomes: `office:<slug>`. */
  slug: string
  territory: string
}

/** Of an archive all together; it is unpacked in memory. */
const archiveLimits = {
  ...unpackLimits,
  entryBytes: paperLimits.fileBytes,
  totalBytes: 300 * 1024 * 1024,
  entries: 500,
}

/** Reads what was uploaded. `onPage` hears how many scanned pages are read. @throws PaperError */
export async function readUpload(
  bytes: Uint8Array,
  { fileName, slug, territory }: UploadFacts,
  onPage: (done: number, total: number) => void,
): Promise<ReadUpload> {
  if (/\.zip$/i.test(fileName)) return unpack(bytes)
  const paper = await readPaper(bytes, fileName, onPage)
  const text = paperText(paper, { id: `office:${slug}`, url: officeUrl(slug, null), fileName, territory })
  const unfolded =
    paper.attachments.length > 0 ? await unfoldMail(paper, fileName) : { attachments: [], notes: [] as string[] }
  return {
    kind: 'paper',
    text,
    recognised: recognisePaper(paper),
    notes: [...paper.notes, ...unfolded.notes],
    inner: unfolded.attachments,
  }
}

/** All of an archive or nothing: a path that leads out of it is no accident. */
async function unpack(bytes: Uint8Array): Promise<ReadUpload> {
  const zip = await openZip(bytes, archiveLimits)
  if (zip.kind === 'failed') throw new PaperError('damaged', zip.reason)
  try {
    const entries = zip.entries.filter(({ name }) => !isLitter(name))
    for (const { name } of entries) {
      const outside = leadsOutside(name)
      if (outside !== null) throw refused(name, outside)
    }
    if (entries.length === 0)
      throw new PaperError('empty', 'Im Zip liegt keine Datei. Bitte prüfen, ob es das richtige ist.')
    const inner: InnerFile[] = []
    for (const entry of entries) inner.push(await unpackOne(entry))
    return { kind: 'archive', notes: [contents(inner.length)], inner }
  } finally {
    zip.close()
  }
}

function contents(files: number): string {
  return files === 1
    ? 'Eine Datei im Archiv; sie steht einzeln in der Liste.'
    : `${files} Dateien im Archiv; jede steht einzeln in der Liste.`
}

async function unpackOne(entry: ZipEntry): Promise<InnerFile> {
  const read = await entry.read()
  if (read.kind === 'failed') throw refused(entry.name, read.reason)
  return { name: basename(entry.name), bytes: read.bytes }
}

function refused(name: string, reason: string): PaperError {
  return new PaperError(
    'damaged',
    `Das Archiv wurde nicht angenommen, nichts daraus ist gespeichert. „${name.slice(0, 200)}“: ${reason}`,
  )
}
