import type { Lexicon } from '../../law/lexicon.ts'
import { fold } from '../../text/fold.ts'
import { stem } from '../../text/stem.ts'

const word = /[a-z0-9]+/g

/**
 * The law's words for what the office's words in a question mean (`nachholen` → `Familiennachzug …`), in the lexicon's
 * order. Phrases match in any inflection, abbreviations (`NE`) only as written: in lower case they are other words.
 */
export function expandWords(question: string, lexicon: Lexicon): string[] {
  const stems = ` ${stemsOf(question)} `
  const written = new Set(question.match(/[\p{L}\d]+/gu))
  const says = (phrase: string) =>
    isAbbreviation(phrase) ? written.has(phrase) : stems.includes(` ${stemsOf(phrase)} `)
  return lexicon.filter(({ say }) => say.some(says)).map(({ means }) => means)
}

function stemsOf(text: string): string {
  return (fold(text).match(word) ?? []).map(stem).join(' ')
}

function isAbbreviation(phrase: string): boolean {
  return /^[\p{Lu}\d]{2,4}$/u.test(phrase)
}
