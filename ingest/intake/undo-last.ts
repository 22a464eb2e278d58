import { IntakeError, type IngestEvent } from '../../src/law/intake.ts'
import type { Queries } from '../../src/store/database.ts'
import { findLastEvent, recordEvent } from '../../src/store/ingest-events.ts'
import { findUpload, saveCorrection, savePublished } from '../../src/store/uploads.ts'
import { reinstateDocument, withdrawDocument } from '../../src/store/withdraw-document.ts'
import { contentOf, unknownDocument } from './find-draft.ts'
import type { IntakeParts } from './intake-parts.ts'
import { publishAs } from './publish-as.ts'

/**
 * Takes back the last step: a correction, a publication (what was replaced by it goes on), a withdrawal. In one
 * transaction with the note of it; done by two at once, it is done once. @throws IntakeError
 */
export async function undoLast(parts: IntakeParts, documentId: string, by: string): Promise<IngestEvent> {
  const last = await findLastEvent(parts.database, documentId)
  if (last === null) throw new IntakeError('not_now', 'Es gibt nichts, was rückgängig zu machen wäre.')
  let event: IngestEvent | null = null
  await takeBack(parts, last, async (queries) => {
    const { before: after, after: before } = last
    event = await recordEvent(queries, { kind: 'undone', documentId, by, before, after, undoes: last.id })
    if (event === null) throw alreadyUndone()
  })
  if (event === null) throw alreadyUndone()
  return event
}

function alreadyUndone(): IntakeError {
  return new IntakeError('not_now', 'Das wurde gerade schon rückgängig gemacht.')
}

async function takeBack(
  parts: IntakeParts,
  last: IngestEvent,
  note: (queries: Queries) => Promise<void>,
): Promise<void> {
  const { database } = parts
  const { documentId, before } = last
  if (last.kind === 'corrected')
    return database.transaction(async (queries) => {
      await saveCorrection(queries, documentId, before ?? {})
      await note(queries)
    })
  if (last.kind === 'withdrawn') return void (await reinstateDocument(database, documentId, note))
  if (before !== null) return publishAgain(parts, last, note)
  await withdrawDocument(database, documentId, async (queries) => {
    await savePublished(queries, documentId, null)
    await note(queries)
  })
}

/** As it stood before it was published anew. */
async function publishAgain(
  parts: IntakeParts,
  { documentId, before }: IngestEvent,
  note: (queries: Queries) => Promise<void>,
): Promise<void> {
  const upload = await findUpload(parts.database, { documentId })
  if (upload === null) throw unknownDocument(documentId)
  await publishAs(parts, upload, await contentOf(parts.database, upload), before ?? {}, note)
}
