import { today } from '../../src/law/day.ts'
import type { Correction } from '../../src/law/correction.ts'
import type { DocumentText } from '../../src/law/document-text.ts'
import type { Upload } from '../../src/law/intake.ts'
import type { PreparedVersion } from '../../src/store/prepared-version.ts'
import type { UploadContent } from '../../src/store/uploads.ts'
import { officeUrl } from '../parse/paper/office-format.ts'
import type { RecognisedHeader } from '../parse/recognise-header.ts'
import { prepareVersion } from '../passages/prepare-version.ts'
import { applyHeader } from './apply-header.ts'
import { headerFieldsOf, type HeaderFields } from './header-fields.ts'

/** What would be published of an upload with what staff said of its header. */
export interface DraftVersion {
  fields: HeaderFields
  text: DocumentText
  prepared: PreparedVersion
}

export function draftVersion(upload: Upload, content: UploadContent, corrected: Correction): DraftVersion {
  const { title, territory } = content.text.document
  const { fileName } = upload
  const facts = { title: title === fileName ? null : title, fileName, territory }
  const fields = headerFieldsOf(content.recognised as RecognisedHeader, corrected, facts)
  const text = applyHeader(content.text, fields)
  const slug = text.document.id.slice('office:'.length)
  const day = text.inForceFrom ?? today(new Date(upload.uploadedAt))
  const observation: PreparedVersion['observation'] = {
    day,
    sourceSha256: upload.sha256,
    origin: `upload:${upload.id}`,
    fetchedOn: today(new Date(upload.uploadedAt)),
    basis: text.inForceFrom === undefined ? 'observed' : 'official',
    rereads: true,
  }
  return { fields, text, prepared: prepareVersion(text, observation, (norm) => officeUrl(slug, norm.norm)) }
}
