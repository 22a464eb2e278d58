import { isDeepStrictEqual } from 'node:util'
import type { Correction, JudgedRelation, RelationVerdict } from '../../src/law/correction.ts'
import { IntakeError, type Upload } from '../../src/law/intake.ts'
import { isDocumentKnown } from '../../src/store/document-known.ts'
import { recordEvent } from '../../src/store/ingest-events.ts'
import { saveCorrection, type UploadContent } from '../../src/store/uploads.ts'
import type { RecognisedHeader } from '../parse/recognise-header.ts'
import { contentOf, uploadOf } from './find-draft.ts'
import type { IntakeParts } from './intake-parts.ts'
import { isSameRelation } from './judged-field.ts'
import { publishAs } from './publish-as.ts'

/**
 * Accepts or rejects what a paper was recognised to do to another. Of a draft it is kept until it is published; of a
 * published paper it takes effect at once, who ends when included, in one transaction with the note of it.
 * @throws IntakeError
 */
export async function judgeRelation(
  parts: IntakeParts,
  id: string,
  judged: JudgedRelation,
  by: string,
): Promise<Upload> {
  const upload = await uploadOf(parts.database, id)
  await checkMeant(parts, upload, judged.documentId)
  await (upload.state === 'published'
    ? judgePublished(parts, upload, judged, by)
    : judgeDraft(parts, upload, judged, by))
  return uploadOf(parts.database, id)
}

async function judgeDraft(
  { database }: IntakeParts,
  upload: Upload,
  judged: JudgedRelation,
  by: string,
): Promise<void> {
  await database.transaction(async (queries) => {
    const content = await contentOf(queries, upload, true)
    const before = content.corrected
    const after = withVerdict(content, before, judged)
    if (isDeepStrictEqual(after, before)) return
    const documentId = upload.documentId as string
    await saveCorrection(queries, documentId, after)
    await recordEvent(queries, { kind: 'corrected', documentId, by, before, after })
  })
}

async function judgePublished(parts: IntakeParts, upload: Upload, judged: JudgedRelation, by: string): Promise<void> {
  if (upload.isAhead)
    throw new IntakeError(
      'not_now',
      'Das Papier ist berichtigt und noch nicht neu veröffentlicht. Bitte zuerst neu veröffentlichen oder die Berichtigung zurücknehmen.',
    )
  const content = await contentOf(parts.database, upload)
  const before = content.corrected
  const after = withVerdict(content, before, judged)
  if (isDeepStrictEqual(after, before)) return
  await publishAs(parts, upload, content, after, async (queries) => {
    const { published, corrected } = await contentOf(queries, upload, true)
    if (!isDeepStrictEqual([published, corrected], [before, before]))
      throw new IntakeError(
        'not_now',
        'Das Papier wurde gerade von jemand anderem geändert. Bitte noch einmal ansehen.',
      )
    await recordEvent(queries, { kind: 'published', documentId: upload.documentId as string, by, before, after })
  })
}

/** @throws IntakeError where nothing of the kind was recognised */
function withVerdict({ recognised }: UploadContent, said: Correction, judged: JudgedRelation): Correction {
  const { particulars, suggested } = recognised as RecognisedHeader
  const known = [...particulars.relations, ...(suggested.relations ?? []), ...(said.relations ?? [])]
  if (!known.some((one) => isSameRelation(one, judged)))
    throw new IntakeError('unusable', 'Das ist in dem Papier nicht erkannt; was erkannt ist, zeigt die Vorschau.')
  const others = (said.verdicts ?? []).filter((one) => !isSameRelation(one, judged))
  const { verdict, ...relation } = judged
  const verdicts: RelationVerdict[] = verdict === null ? others : [...others, { ...relation, verdict }]
  const { verdicts: _, ...header } = said
  return verdicts.length === 0 ? header : { ...header, verdicts }
}

async function checkMeant({ database }: IntakeParts, upload: Upload, documentId: string | null): Promise<void> {
  if (documentId === null) return
  if (documentId === upload.documentId) throw new IntakeError('unusable', 'Ein Papier kann sich nicht selbst meinen.')
  if (!(await isDocumentKnown(database, documentId)))
    throw new IntakeError('unusable', `Das gemeinte Dokument "${documentId}" ist nicht vorhanden.`)
}
