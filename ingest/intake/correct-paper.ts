import type { HeaderCorrection } from '../../src/law/correction.ts'
import { IntakeError, type CorrectedPaper, type IngestEvent } from '../../src/law/intake.ts'
import { isDocumentKnown } from '../../src/store/document-known.ts'
import { findFeedingSource } from '../../src/store/find-feeding-source.ts'
import { recordEvent } from '../../src/store/ingest-events.ts'
import { holdPaperCorrection } from '../../src/store/paper-corrections.ts'
import { findUpload, saveCorrection } from '../../src/store/uploads.ts'
import { checkReplaced } from './change-upload.ts'
import type { IntakeParts } from './intake-parts.ts'

/**
 * What staff say of the header of a paper from a folder, kept apart from its file, is added to what they said before. It
 * takes effect when the folder is run over next. @throws IntakeError
 */
export async function correctPaper(
  { database }: Pick<IntakeParts, 'database'>,
  documentId: string,
  correction: HeaderCorrection,
  by: string,
): Promise<CorrectedPaper> {
  if (!documentId.startsWith('office:') || !(await isDocumentKnown(database, documentId)))
    throw new IntakeError(
      'unknown',
      `Ein Papier "${documentId}" gibt es nicht; hochgeladene nennt: npm run ingest -- uploads`,
    )
  const upload = await findUpload(database, { documentId })
  if (upload !== null)
    throw new IntakeError('not_now', `Das Papier ist hochgeladen; bitte unter seiner Nummer ${upload.id} berichtigen.`)
  const event = await database.transaction(async (queries): Promise<IngestEvent | null> => {
    await checkReplaced(queries, documentId, correction)
    const before = await holdPaperCorrection(queries, documentId)
    const after = { ...before, ...correction }
    if (JSON.stringify(after) === JSON.stringify(before)) return null
    await saveCorrection(queries, documentId, after)
    return recordEvent(queries, { kind: 'corrected', documentId, by, before, after })
  })
  if (event === null) throw new IntakeError('unusable', 'Das ist schon so vermerkt; es gibt nichts zu berichtigen.')
  return { event, source: await findFeedingSource(database, documentId) }
}
