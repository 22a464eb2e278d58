import type { VerifiedClaim } from '../law/answer.ts'
import { cite, type Cited } from './cite.ts'
import { joinClaims, type JoinedText, shiftReferences } from './join-claims.ts'

/** Claims to several questions under one numbering. */
export interface CitedParts extends Cited {
  /** For each question the places of its claims in `claims`. */
  claimsOf: number[][]
  /** The citation numbers of each requirement of the checklist. */
  listed: number[][]
}

/**
 * Cites the claims of several questions as one answer: the same sentence on the same evidence stands in `claims` once,
 * and what one question cites has the same number in the others. The text names the questions by their number only,
 * since it is kept longer than their words; `missing` is what stands where a question has no claims. The checklist's
 * requirements share the numbering and are not in the text.
 */
export function citeParts(parts: VerifiedClaim[][], missing: string[], requirements: VerifiedClaim[]): CitedParts {
  const [only, ...more] = parts
  if (only && more.length === 0) {
    const { listed, ...cited } = citeAll(only, requirements)
    return { ...cited, ...joinClaims(cited.claims, only), listed, claimsOf: [only.map((_, at) => at)] }
  }
  const distinct = new Map<string, VerifiedClaim>()
  const keysOf = parts.map((claims) => claims.map(keyOf))
  for (const claim of parts.flat()) if (!distinct.has(keyOf(claim))) distinct.set(keyOf(claim), claim)
  const verified = [...distinct.values()]
  const places = new Map([...distinct.keys()].map((key, at) => [key, at]))
  const claimsOf = keysOf.map((keys) => [...new Set(keys.flatMap((key) => places.get(key) ?? []))])
  const cited = citeAll(verified, requirements)
  const texts = claimsOf.map((own, at): JoinedText => {
    if (own.length === 0) return { text: missing[at] ?? '', references: [] }
    return joinClaims(pick(cited.claims, own), pick(verified, own))
  })
  return { ...cited, ...joinTexts(texts), claimsOf }
}

/** Claims first, so that the text's numbers rise. */
function citeAll(
  claims: VerifiedClaim[],
  requirements: VerifiedClaim[],
): Omit<Cited, keyof JoinedText> & { listed: number[][] } {
  const { claims: all, citations } = cite([...claims, ...requirements])
  return {
    claims: all.slice(0, claims.length),
    citations,
    listed: all.slice(claims.length).map((each) => each.citations),
  }
}

function keyOf({ text, evidence }: VerifiedClaim): string {
  return JSON.stringify([text, evidence.map(({ passage, span }) => [passage.id, span.start, span.end]).toSorted()])
}

function pick<T>(list: T[], places: number[]): T[] {
  return places.flatMap((at) => list.slice(at, at + 1))
}

function joinTexts(texts: JoinedText[]): JoinedText {
  return texts.reduce<JoinedText>(
    (joined, { text, references }, at) => {
      const before = `${joined.text}${at > 0 ? '\n\n' : ''}Zu Frage ${at + 1}: `
      return {
        text: before + text,
        references: [...joined.references, ...shiftReferences(references, before.length)],
      }
    },
    { text: '', references: [] },
  )
}
