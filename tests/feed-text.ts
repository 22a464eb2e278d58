import { createHash } from 'node:crypto'
import { prepareVersion } from '../ingest/passages/prepare-version.ts'
import { stageInBatches } from '../ingest/stage-in-batches.ts'
import type { Day } from '../src/law/day.ts'
import type { DocumentText } from '../src/law/document-text.ts'
import { findMissingNorms } from '../src/store/find-missing-norms.ts'
import { publishVersion } from '../src/store/publish-version.ts'
import type { Library } from '../src/wiring.ts'

/** Feeds an invented text into an opened library as ingest does, one passage a norm. */
export async function feedText(library: Library, text: DocumentText, day: Day): Promise<void> {
  const sourceSha256 = createHash('sha256').update(JSON.stringify(text)).digest('hex')
  const basis = text.inForceFrom ? ('official' as const) : ('observed' as const)
  const seen = { day: text.inForceFrom ?? day, sourceSha256, origin: 'test', fetchedOn: day, basis }
  const prepared = prepareVersion(text, seen, (norm) => `${text.document.url}${norm.key}`)
  const missing = await findMissingNorms(library.database, text.document.id, prepared.norms)
  const cut = ({ text: words, sentences }: (typeof text.norms)[number]) =>
    words ? [{ start: 0, end: words.length, paragraph: null, path: [], sentences }] : []
  await stageInBatches({ ...library, cut }, text.document.id, missing)
  await publishVersion(library.database, prepared)
}
