import { createHash } from 'node:crypto'
import { embeddingInput } from '../../src/law/embedding-input.ts'
import { findReferences } from '../../src/law/references/find-references.ts'
import { minHash } from '../../src/text/min-hash.ts'
import type { CutPassage } from '../../src/law/passage.ts'
import type { Norm, DocumentText } from '../../src/law/document-text.ts'
import type { PreparedNorm, PreparedPassage, PreparedVersion } from '../../src/store/prepared-version.ts'

/**
 * Addresses a parsed text by its content. A norm is the same Fassung as long as its name, heading and words are the
 * same; what we derive from them (units, sentences) and what stands around them (outline, notes) does not count.
 */
export function prepareVersion(
  text: DocumentText,
  observation: PreparedVersion['observation'],
  urlOf: (norm: Norm) => string,
): PreparedVersion {
  const norms = text.norms.map((norm): PreparedNorm => {
    const textSha256 = sha256(norm.text)
    return {
      norm,
      textSha256,
      contentSha256: sha256(JSON.stringify([norm.norm, norm.heading, norm.repealed, textSha256])),
      url: urlOf(norm),
    }
  })
  const around = norms.map(({ norm, contentSha256 }) => [norm.key, contentSha256, norm.outline, norm.footnotes])
  const contentSha256 = sha256(JSON.stringify([text.document, text.status, text.footnotes, around]))
  return { text, contentSha256, observation, norms, signature: signatureOf(text) }
}

function signatureOf({ document, norms }: DocumentText): Uint32Array | null {
  const isLaw = document.kind === 'statute' || document.kind === 'eu_act'
  return isLaw ? null : minHash(norms.map(({ text }) => text).join('\n'))
}

/** Cuts a norm's passages and makes them ready to be stored. */
export function preparePassages(
  documentId: string,
  { norm, contentSha256 }: PreparedNorm,
  cut: (norm: Norm) => CutPassage[],
): PreparedPassage[] {
  return cut(norm).map((passage, ordinal) => {
    const text = norm.text.slice(passage.start, passage.end)
    const input = embeddingInput(norm.heading, text)
    return {
      ...passage,
      ordinal,
      text,
      textSha256: sha256(text),
      heading: norm.heading,
      embeddingInput: input,
      embeddingSha256: sha256(input),
      publicId: `p${sha256(JSON.stringify([documentId, norm.key, contentSha256, passage.start])).slice(0, 24)}`,
      references: findReferences(text),
    }
  })
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
