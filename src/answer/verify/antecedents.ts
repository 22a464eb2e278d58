import type { Evidence } from '../../law/answer.ts'
import { contentWords } from '../../text/words.ts'

/** How many sentences before a pronoun may name what it stands for. */
const reach = 3
const pronoun =
  /(?<![\p{L}\d])(?:[Ss]ie|[Ee]r|Es|[Ii]hm|[Ii]hn|[Ii]hnen|[Dd]ies|(?:[Ii]hr|[Dd]iese[rsnm]?|[Jj]ene[rsnm]?)(?! \p{Lu}))(?!\p{L})/u
const noun = /(?<!\p{L})\p{Lu}[\p{L}-]+/gu

/** True where a stretch of text says `sie`, `er`, `dies` instead of naming what it speaks of. */
export function hasPronoun(text: string): boolean {
  return pronoun.test(text)
}

/**
 * Stems of the nouns that the pronouns of a cited sentence may stand for: those of the heading, of the sentence
 * itself, and of the sentences right before it in its passage, cited or not. Empty where it has no pronoun.
 */
export function antecedentsOf({ passage, span, text }: Evidence): string[] {
  if (!hasPronoun(text)) return []
  const before = passage.sentences
    .filter(({ start }) => start < span.start)
    .slice(-reach)
    .map(({ start, end }) => passage.text.slice(Math.max(0, start - passage.start), end - passage.start))
  return nounsOf([passage.heading, ...before, text].join('\n'))
}

function nounsOf(text: string): string[] {
  return [...new Set(contentWords(text.match(noun)?.join(' ') ?? ''))]
}
