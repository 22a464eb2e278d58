import type { Evidence } from '../../law/answer.ts'

/** A shorter beginning of a sentence may leave out what turns it. */
const shortestCut = 300

/**
 * True for a whole cited sentence, or the beginning of a long one, cut after a word with ` …`. White space may differ:
 * the law's lists stand on lines of their own, a claim on one.
 */
export function isVerbatim(text: string, evidence: Evidence[]): boolean {
  const words = onOneLine(text)
  const cut = words.endsWith(' …') && words.length > shortestCut ? words.slice(0, -1) : null
  return evidence.some((piece) => {
    const sentence = onOneLine(piece.text)
    return sentence !== '' && (sentence === words || (cut !== null && sentence.startsWith(cut)))
  })
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
