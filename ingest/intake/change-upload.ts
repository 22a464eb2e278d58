import type { HeaderCorrection } from '../../src/law/correction.ts'
import { IntakeError, type IngestEvent, type Upload } from '../../src/law/intake.ts'
import { isDocumentKnown } from '../../src/store/document-known.ts'
import { recordEvent } from '../../src/store/ingest-events.ts'
import { saveCorrection } from '../../src/store/uploads.ts'
import { withdrawDocument } from '../../src/store/withdraw-document.ts'
import { contentOf, unknownDocument, uploadOf } from './find-draft.ts'
import type { IntakeParts } from './intake-parts.ts'
import { publishAs } from './publish-as.ts'

/** What staff say of a header is added to what they said before. @throws IntakeError */
export async function correctUpload(
  { database }: IntakeParts,
  id: string,
  correction: HeaderCorrection,
  by: string,
): Promise<Upload> {
  await database.transaction(async (queries) => {
    const upload = await uploadOf(queries, id)
    const { corrected: before } = await contentOf(queries, upload, true)
    const after = { ...before, ...correction }
    if (JSON.stringify(after) === JSON.stringify(before)) return
    const documentId = upload.documentId as string
    await checkReplaced(queries, documentId, after)
    await saveCorrection(queries, documentId, after)
    await recordEvent(queries, { kind: 'corrected', documentId, by, before, after })
  })
  return uploadOf(database, id)
}

/** @throws IntakeError where what it replaces is itself, or is not stored */
export async function checkReplaced(
  queries: Parameters<typeof isDocumentKnown>[0],
  documentId: string,
  { replaces }: HeaderCorrection,
): Promise<void> {
  if (replaces === undefined || replaces === null) return
  if (replaces === documentId) throw new IntakeError('unusable', 'Ein Papier kann sich nicht selbst ersetzen.')
  if (!(await isDocumentKnown(queries, replaces)))
    throw new IntakeError('unusable', `Das zu ersetzende Dokument "${replaces}" ist nicht vorhanden.`)
}

/** @throws IntakeError */
export async function publishUpload(
  parts: IntakeParts,
  id: string,
  replaces: string | null,
  by: string,
): Promise<Upload> {
  if (replaces !== null) await correctUpload(parts, id, { replaces }, by)
  const upload = await uploadOf(parts.database, id)
  const content = await contentOf(parts.database, upload)
  if (upload.state === 'published' && !upload.isAhead) return upload
  await publishAs(parts, upload, content, content.corrected, async (queries) => {
    const { published } = await contentOf(queries, upload, true)
    const before = upload.state === 'withdrawn' ? null : published
    const after = content.corrected
    if (JSON.stringify(before) === JSON.stringify(after)) return
    const documentId = upload.documentId as string
    await recordEvent(queries, { kind: 'published', documentId, by, before, after })
  })
  return uploadOf(parts.database, id)
}

/** @throws IntakeError where it does not answer */
export async function withdraw(
  { database }: IntakeParts,
  documentId: string,
  reason: string,
  by: string,
): Promise<IngestEvent> {
  if (!(await isDocumentKnown(database, documentId))) throw unknownDocument(documentId)
  let event: IngestEvent | null = null
  await withdrawDocument(database, documentId, async (queries) => {
    event = await recordEvent(queries, { kind: 'withdrawn', documentId, by, reason })
  })
  if (event === null)
    throw new IntakeError('not_now', 'Das Dokument ist bereits zurückgezogen. Mit „Rückgängig“ antwortet es wieder.')
  return event
}
