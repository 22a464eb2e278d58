import { splitSentences } from '../../../src/text/split-sentences.ts'

/**
 * How assistants say that they do not answer. Only at the beginning: an answer that ends by naming what it leaves open is
 * still one. Closed list, so that the same answer is always read the same way.
 */
const refusing = [
  /\b(?:kann|können|konnte|konnten)\b[^.]{0,60}\b(?:nicht|keine?)\b[^.]{0,40}\b(?:beantworte\w*|sagen|finden|gefunden|Auskunft|Antwort)/i,
  /\b(?:keine|nicht genügend|nicht genug|unzureichende)\b[^.]{0,30}\b(?:Informationen|Angaben|Fundstellen?|Grundlage|Antwort|Erlasse|Dokumente|Treffer)\b/i,
  /\bdazu\b[^?!]{0,40}\b(?:enthält|enthalten|finde\w*|liegt|liegen)\b[^?!]{0,60}\b(?:nichts|keine?)\b/i,
  /\b(?:beantworten|beantwortet)\b[^.]{0,30}\bdiese Frage nicht\b/i,
  /\bweiß ich nicht\b|\bist mir nicht bekannt\b|\bliegt außerhalb\b/i,
]

export function isRefusal(answer: string): boolean {
  const text = answer.trim()
  if (text === '') return true
  const [first] = splitSentences(text)
  const opening = first ? text.slice(first.start, first.end) : text
  return refusing.some((pattern) => pattern.test(opening))
}
