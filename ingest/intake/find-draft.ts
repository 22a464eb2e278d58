import { IntakeError, isSettled, type Upload } from '../../src/law/intake.ts'
import type { Queries } from '../../src/store/database.ts'
import { findUpload, findUploadContent, type UploadContent } from '../../src/store/uploads.ts'

/** @throws IntakeError where there is no such upload */
export async function uploadOf(queries: Queries, id: string): Promise<Upload> {
  const upload = await findUpload(queries, { id })
  if (upload === null)
    throw new IntakeError('unknown', `Einen Upload "${id}" gibt es nicht; alle stehen unter GET /v1/ingest/uploads.`)
  return upload
}

/** What was read from it. @throws IntakeError where nothing was, or not yet */
export async function contentOf(queries: Queries, upload: Upload, forUpdate = false): Promise<UploadContent> {
  const content = await findUploadContent(queries, upload.id, forUpdate)
  if (content !== null) return content
  throw new IntakeError('not_now', upload.reason ?? (isSettled(upload.state) ? noPaper : unread))
}

const noPaper = 'Das ist ein Archiv; die Dateien daraus stehen einzeln in der Liste.'
const unread = 'Die Datei wird noch gelesen. Bitte warten, bis sie als Entwurf in der Liste steht.'

export function unknownDocument(documentId: string): IntakeError {
  return new IntakeError('unknown', `Zu einem Dokument "${documentId}" ist nichts vermerkt; bitte die Kennung prüfen.`)
}
