import type { Upload } from '../../src/law/intake.ts'
import { DatabaseGoneError } from '../../src/store/database-gone-error.ts'
import { findUpload, saveDraft, saveProgress } from '../../src/store/uploads.ts'
import { isDocumentKnown } from '../../src/store/document-known.ts'
import { recordEvent } from '../../src/store/ingest-events.ts'
import { PaperError } from '../parse/paper/paper-error.ts'
import { attachmentSlug, paperSlug } from '../sources/paper-slug.ts'
import { scanUpload } from '../sources/scan-upload.ts'
import type { IntakeParts } from './intake-parts.ts'
import { type InnerFile, type ReadUpload, readUpload } from './read-upload.ts'

/**
 * Checks and reads an upload: it becomes a draft, or is refused with what to do, and then its file is gone. Done twice
 * (after a crash) it is the same. Returns the files that came in it.
 */
export async function makeDraft(parts: IntakeParts, upload: Upload): Promise<InnerFile[]> {
  const { database, folder } = parts
  const scan = await scanUpload(folder.pathOf(upload.sha256), parts.scanCommand)
  if (scan.kind === 'refused') return refuse(parts, upload, scan.reason)
  await saveProgress(database, upload.id, { state: 'scanned' })
  const read = await readFrom(parts, upload).catch((error: unknown) => reasonOf(error))
  if (typeof read === 'string') return refuse(parts, upload, read)
  if (read.kind === 'archive') {
    await saveProgress(database, upload.id, { state: 'unpacked', notes: read.notes })
    await folder.remove(upload.sha256)
    return read.inner
  }
  const { id: documentId } = read.text.document
  await database.transaction(async (queries) => {
    if (await saveDraft(queries, upload.id, { ...read, documentId }))
      await recordEvent(queries, { kind: 'uploaded', documentId, by: upload.uploadedBy })
  })
  return read.inner
}

async function refuse({ database, folder }: IntakeParts, upload: Upload, reason: string): Promise<InnerFile[]> {
  await saveProgress(database, upload.id, { state: 'refused', reason })
  await folder.remove(upload.sha256)
  return []
}

async function readFrom(parts: IntakeParts, upload: Upload): Promise<ReadUpload> {
  const { database, folder, territory } = parts
  await saveProgress(database, upload.id, { state: 'reading' })
  const bytes = await folder.read(upload.sha256)
  const facts = { fileName: upload.fileName, slug: await slugOf(parts, upload), territory }
  return readUpload(bytes, facts, (page, pages) => {
    void saveProgress(database, upload.id, { state: 'reading', page, pages }).catch(() => undefined)
  })
}

/** By its name; where a document has that already, with the first digits of its hash. */
async function slugOf({ database }: IntakeParts, { fileName, sha256, parent }: Upload): Promise<string> {
  const mail = parent === null ? null : await findUpload(database, { id: parent })
  const within = mail?.documentId?.slice('office:'.length)
  const slug = (within === undefined ? paperSlug(fileName) : attachmentSlug(within, 1, fileName)) || 'papier'
  const id = `office:${slug}`
  const isTaken = (await isDocumentKnown(database, id)) || (await findUpload(database, { documentId: id })) !== null
  return isTaken ? slug.replace(/(\.[^.]*)?$/, `-${sha256.slice(0, 8)}$1`) : slug
}

/** Only what is wrong with the file is said of the file. */
function reasonOf(error: unknown): string {
  if (error instanceof PaperError) return error.message
  if (error instanceof DatabaseGoneError) throw error
  const { code } = error as { code?: string }
  return code === 'ENOENT'
    ? 'Die Datei ist nicht vollständig angekommen. Bitte noch einmal hochladen.'
    : 'Die Datei ließ sich nicht lesen. Bitte neu speichern oder als PDF hochladen; sonst die Systemverwaltung fragen.'
}
