import type { Correction } from '../../../src/law/correction.ts'
import type { DocumentText } from '../../../src/law/document-text.ts'
import { applyHeader } from '../../intake/apply-header.ts'
import { headerFieldsOf } from '../../intake/header-fields.ts'
import { recognisePaper } from '../../intake/recognise-paper.ts'
import type { Paper } from './paper.ts'

/**
 * A paper's text with what its header says, for papers nobody looks at first: a decree is one only where its issuer and
 * its day stand there for sure, or staff said so since (`corrected`). Staff's uploads go the same way with what they corrected (draft-version.ts).
 */
export function withHeader(text: DocumentText, paper: Paper, fileName: string, corrected: Correction): DocumentText {
  const recognised = recognisePaper(paper)
  const { issuer, issuedOn } = { ...recognised.particulars, ...corrected }
  const isNamed = issuer !== null && issuedOn !== null
  const said: Correction = isNamed ? corrected : { kind: 'paper', ...corrected }
  const { title, territory } = text.document
  const facts = { title: title === fileName ? null : title, fileName, territory }
  const headed = applyHeader(text, headerFieldsOf(recognised, said, facts))
  const { document } = headed
  return { ...headed, document: { ...document, names: [...new Set([...document.names, ...text.document.names])] } }
}
