import { createHash } from 'node:crypto'
import type { AnswerJson } from '../../src/law/answer-json.ts'
import type { NormText } from '../../src/law/library.ts'

/**
 * What is wrong with an answer's citations, checked from outside against the stored text as the service itself
 * shows it; empty where every claim is cited and every quote is the words at its place in the text of the day.
 */
export async function misquotes(answer: AnswerJson, get: (path: string) => Promise<Response>): Promise<string[]> {
  const faults: string[] = []
  const numbers = new Set(answer.citations.map(({ number }) => number))
  for (const { text, citations } of answer.claims)
    if (citations.length === 0 || citations.some((number) => !numbers.has(number)))
      faults.push(`without citation: ${text}`)
  for (const { document, normKey, label, quote, start, end, sha256 } of answer.citations) {
    const path = `/v1/documents/${encodeURIComponent(document.id)}/norms/${encodeURIComponent(normKey)}?asOf=${answer.asOf}`
    const response = await get(path)
    if (response.status !== 200) {
      faults.push(`no longer to be read: ${label}`)
      continue
    }
    const norm = (await response.json()) as NormText
    if (norm.text.slice(start, end) !== quote || quote.trim() === '')
      faults.push(`not the words at its place: ${label}`)
    if (norm.sha256 !== sha256 || createHash('sha256').update(norm.text).digest('hex') !== sha256)
      faults.push(`another hash: ${label}`)
  }
  return faults
}
