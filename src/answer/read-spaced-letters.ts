import type { Inquiry, ResolvedReference } from '../law/answer.ts'
import type { FindNormStates } from './look-up-states.ts'

/** `§ 18 f` without a full stop: § 18f, or § 18 and the next one. */
const spacedLetter = /^\D{0,20}\d+\s{1,3}f(?![\p{L}\d.])/u

/**
 * The inquiry with `§ 18 f` read as § 18f where its law has such a norm on the day; else, and with a full stop (`§ 18 f.`),
 * it stays § 18 and the following one.
 */
export async function readSpacedLetters(inquiry: Inquiry, findNormStates: FindNormStates): Promise<Inquiry> {
  const unclear = inquiry.references.flatMap((reference) => {
    const { documentId, norm, following } = reference
    if (documentId === null || norm === null || following !== 'f' || !spacedLetter.test(reference.text)) return []
    return [{ reference, documentId, norm: `${norm}f` }]
  })
  if (unclear.length === 0) return inquiry
  const states = await findNormStates(unclear, inquiry.question.asOf)
  const meant = new Map(
    unclear.flatMap(({ reference, norm }, at) => (states[at] === 'in_force' ? [[reference, norm]] : [])),
  )
  const references = inquiry.references.map((reference) => {
    const norm = meant.get(reference)
    return norm === undefined ? reference : withLetter(reference, norm)
  })
  return { ...inquiry, references }
}

function withLetter(reference: ResolvedReference, norm: string): ResolvedReference {
  const read = { ...reference, norm }
  delete read.following
  return read
}

/** German sentences that say which letters were read as part of a number. */
export function noticesOnLetters(references: ResolvedReference[]): string[] {
  const read = references.filter(({ text, norm, following }) => {
    return following === undefined && norm?.endsWith('f') && spacedLetter.test(text)
  })
  return read.map(
    ({ text, norm }) =>
      `„${text}“ ist als ${norm} verstanden, den es im Gesetz gibt. Wer ${norm?.slice(0, -1)} und den folgenden meint, schreibt „f.“ mit Punkt.`,
  )
}
