import type { Span } from '../../../law/document-text.ts'
import { fold } from '../../../text/fold.ts'
import { stem } from '../../../text/stem.ts'

/** Rows of a name and the words for it, separated by commas. */
export type TermWords = [name: string, words: string][]

/** A word of a text. */
export interface Token extends Span {
  written: string
  /** Folded and without inflection, that of `Bürgers` too, which is two endings. */
  stem: string
}

export interface FoundTerm extends Span {
  name: string
  /** Places of its first and last word among the text's. */
  first: number
  last: number
}

interface Phrase {
  name: string
  keys: string[]
}

export function readTokens(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\d]+/gu), ({ index, 0: written }) => {
    return { start: index, end: index + written.length, written, stem: stem(stem(fold(written))) }
  })
}

/** A finder of a table's words in any inflection, the longest first; abbreviations (`NE`) only as written. */
export function indexTerms(table: TermWords): (tokens: Token[]) => FoundTerm[] {
  const phrases = new Map<string, Phrase[]>()
  for (const [name, words] of table) {
    for (const word of words.split(', ')) {
      const keys = readTokens(word).map(keyOf)
      const [first = ''] = keys
      phrases.set(
        first,
        [...(phrases.get(first) ?? []), { name, keys }].toSorted((a, b) => b.keys.length - a.keys.length),
      )
    }
  }
  return (tokens) => findAll(tokens, phrases)
}

function findAll(tokens: Token[], phrases: Map<string, Phrase[]>): FoundTerm[] {
  const found: FoundTerm[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = phrases
      .get(keyOf(tokens[at]))
      ?.find(({ keys }) => keys.every((key, next) => key === keyOf(tokens[at + next])))
    if (!phrase) continue
    const last = at + phrase.keys.length - 1
    found.push({ name: phrase.name, start: tokens[at]?.start ?? 0, end: tokens[last]?.end ?? 0, first: at, last })
    at = last
  }
  return found
}

/** `NE` and `ne` are different words, `Duldung` and `duldungen` the same. */
function keyOf(token: Token | undefined): string {
  if (!token) return ''
  return /^\p{Ll}?[\p{Lu}\d]{2,3}$/u.test(token.written) && /\p{Lu}/u.test(token.written) ? token.written : token.stem
}
