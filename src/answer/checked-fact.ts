import type { ChecklistState } from '../law/answer.ts'

/** Shorter or longer pieces of a question are no fact: a word that stands anywhere, or the whole story. */
const fewestChars = 3
const mostChars = 200

/**
 * What a model says of a requirement, as far as the question says it: `given` and `not_given` stand on words copied from
 * the question, else nothing is known. White space and the marks around the words may differ.
 */
export function checkedFact(
  { state, fact }: { state: ChecklistState; fact: string | null },
  question: string,
): { state: ChecklistState; fact: string | null } {
  const words = plain(fact ?? '').replace(/^[„“"»«.,;: ]+|[„“"»«.,;: ]+$/g, '')
  const isTold = words.length >= fewestChars && words.length <= mostChars && stands(words, plain(question))
  return state === 'unknown' || !isTold ? { state: 'unknown', fact: null } : { state, fact: words }
}

/** As whole words: `hat` is not said by `hatte`. */
function stands(words: string, question: string): boolean {
  for (let at = question.indexOf(words); at >= 0; at = question.indexOf(words, at + 1)) {
    const around = question.slice(Math.max(0, at - 1), at) + question.slice(at + words.length, at + words.length + 1)
    if (!/[\p{L}\d]/u.test(around)) return true
  }
  return false
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
