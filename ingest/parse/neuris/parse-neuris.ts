import type { DocumentText } from '../../../src/law/document-text.ts'
import { readLdml } from './ldml.ts'
import { directiveText } from './ldml-directive.ts'
import { rulingText } from './ldml-ruling.ts'
import { statuteText } from './ldml-statute.ts'

const texts = { judgment: rulingText, act: statuteText, doc: directiveText }

/**
 * A document of the federal legal information portal (NeuRIS), in LegalDocML.de: a decision, a law as it reads from a day
 * on, an administrative directive. @throws LdmlParseError for anything else.
 */
export function parseNeuris(bytes: Uint8Array, slug: string): DocumentText {
  const document = readLdml(bytes, slug)
  return texts[document.name](document, slug)
}
