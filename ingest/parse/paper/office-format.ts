import type { Correction } from '../../../src/law/correction.ts'
import type { DocumentText } from '../../../src/law/document-text.ts'
import { mailOf } from '../../sources/paper-slug.ts'
import { withHeader } from './paper-document.ts'
import { paperText } from './paper-text.ts'
import { readPaper } from './read-paper.ts'

/**
 * One of the office's own papers. `slug` is made of its path and ends as the file's name does. It holds in
 * `territory` where its header does not say where. What staff said of its header (`corrected`) goes before it.
 * @throws PaperError
 */
export async function parseOfficePaper(
  bytes: Uint8Array,
  slug: string,
  territory: string,
  corrected: Correction = {},
): Promise<DocumentText> {
  const paper = await readPaper(bytes, slug)
  const origin = { id: `office:${slug}`, url: officeUrl(slug, null), fileName: slug, territory }
  const text = withHeader(paperText(paper, origin), paper, slug, corrected)
  const mail = mailOf(slug)
  if (mail === null) return text
  return { ...text, status: [...text.status, { kind: 'Anlage', comment: `Anlage zur E-Mail office:${mail}` }] }
}

/** A paper of the house has no page but our own. */
export function officeUrl(slug: string, norm: string | null): string {
  const document = `/v1/documents/office:${slug}`
  return norm === null ? document : `${document}/norms/${encodeURIComponent(norm)}`
}
