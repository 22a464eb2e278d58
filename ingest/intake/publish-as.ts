import type { Correction } from '../../src/law/correction.ts'
import type { Upload } from '../../src/law/intake.ts'
import type { Queries } from '../../src/store/database.ts'
import { findMissingNorms } from '../../src/store/find-missing-norms.ts'
import { publishVersion } from '../../src/store/publish-version.ts'
import { savePublished, type UploadContent } from '../../src/store/uploads.ts'
import { reinstateWithin } from '../../src/store/withdraw-document.ts'
import { cutPaper } from '../passages/cut-paper.ts'
import { stageInBatches } from '../stage-in-batches.ts'
import type { IntakeParts } from './intake-parts.ts'
import { draftVersion } from './draft-version.ts'

/**
 * Makes an upload, with what staff said, the text of its document: staged in batches, then published in one transaction
 * with `also` (which writes down who did it). Killed in between, nothing answers differently, and doing it again ends it.
 */
export async function publishAs(
  parts: IntakeParts,
  upload: Upload,
  content: UploadContent,
  corrected: Correction,
  also: (queries: Queries) => Promise<void>,
): Promise<void> {
  const { prepared, text } = draftVersion(upload, content, corrected)
  const { id } = text.document
  const missing = await findMissingNorms(parts.database, id, prepared.norms)
  await stageInBatches({ ...parts, cut: cutPaper }, id, missing)
  await publishVersion(parts.database, prepared, async (queries) => {
    await reinstateWithin(queries, id)
    await also(queries)
    await savePublished(queries, id, corrected)
  })
}
