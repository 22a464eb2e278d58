import { fold } from './fold.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'

const wordPattern = /[a-z0-9]+/g

/** The stemmed words of a text that say what it is about, folded, in order, with repetitions. */
export function contentWords(text: string): string[] {
  return (fold(text).match(wordPattern) ?? []).filter((word) => !stopWords.has(word)).map(stem)
}

/** The words of a question that are worth looking up, folded but not stemmed: the database stems them its own way. */
export function searchWords(text: string): string[] {
  return (fold(text).match(wordPattern) ?? []).filter((word) => !stopWords.has(word))
}
