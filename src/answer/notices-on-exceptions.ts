import type { VerifiedClaim } from '../law/answer.ts'

/** Longer exceptions are cut after a word: the citation leads to the rest. */
const longest = 300

/** The exceptions that the cited passages name and the claims leave out, as German sentences; each only once. */
export function noticesOnExceptions(claims: VerifiedClaim[]): string[] {
  const notices = claims.flatMap(({ leftOut }) => {
    if (!leftOut) return []
    const words = leftOut.text.replace(/\s+/g, ' ').trim()
    const quote = words.length <= longest ? words : `${words.slice(0, longest).replace(/ \S*$/, '')} …`
    return [`${leftOut.passage.label} nennt eine Ausnahme, von der die Antwort nicht spricht: „${quote}“`]
  })
  return [...new Set(notices)]
}
