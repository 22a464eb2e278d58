import { contentWords } from '../../text/words.ts'

/** Share of the words of `sought` that `text` has, from 0 to 1; 0 for words that say nothing. */
export function alikeness(sought: string, text: string): number {
  const words = new Set(contentWords(sought))
  const there = new Set(contentWords(text))
  return words.size === 0 ? 0 : [...words].filter((word) => there.has(word)).length / words.size
}
