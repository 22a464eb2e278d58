import { contentWords } from '../text/words.ts'

const maxParts = 5
const maxChars = 200
const notPlain = /[<>[\]\p{Cc}\p{Cf}]|https?:/u

/**
 * The parts of a question that a model calls unanswered, as far as they are that: plain words of the question. No
 * check of a source stands behind them, so whatever is not in the question (a §, a number, a planted word) is dropped.
 */
export function openParts(open: string[], question: string): string[] {
  const asked = new Set(contentWords(question))
  const numbers = new Set(question.match(/\d+/g))
  return open
    .filter((part) => {
      const words = contentWords(part)
      const known = words.filter((word) => asked.has(word)).length
      const invented = (part.match(/\d+/g) ?? []).some((number) => !numbers.has(number))
      return part.length <= maxChars && !notPlain.test(part) && !invented && known * 2 >= words.length && known > 0
    })
    .slice(0, maxParts)
}
