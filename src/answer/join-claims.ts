import type { AnswerClaim, ProseReference, VerifiedClaim } from '../law/answer.ts'

export interface JoinedText {
  text: string
  /** References in the claims, with offsets in `text`. */
  references: ProseReference[]
}

/**
 * Claims as one text with their citation numbers behind them; claims of one role in a row share a paragraph, an
 * extract's stand under their headings.
 */
export function joinClaims(claims: AnswerClaim[], verified: VerifiedClaim[]): JoinedText {
  const references: ProseReference[] = []
  let text = ''
  for (const [index, claim] of claims.entries()) {
    const before = claims[index - 1]
    const heading = claim.heading === before?.heading ? undefined : claim.heading
    if (before) text += before.role === claim.role && heading === undefined ? ' ' : '\n\n'
    if (heading !== undefined) text += `${heading}\n`
    references.push(...shiftReferences(verified[index]?.references ?? [], text.length))
    text += [claim.text, ...claim.citations.map((number) => `[${number}]`)].join(' ')
  }
  return { text, references }
}

/** The same references in a text that stands `by` code units further on. */
export function shiftReferences(references: ProseReference[], by: number): ProseReference[] {
  return references.map(({ text, start, end, verdict, inForce }) => {
    return { text, start: start + by, end: end + by, verdict, inForce }
  })
}
