import type { LawName } from '../answer.ts'
import { indexLaws, longestName } from './law-index.ts'
import { readLawWords } from './law-words.ts'
import { resolveLaw } from './resolve-law.ts'

const mostWords = 25
const lead = /^\s{0,3}(?:(?:des|der|dem|im|vom)\s{1,3})?/iu

/**
 * The law that a question goes on with at `at`, however it is spelled: a name of the register, else one word with one
 * typing error (`Staatsangehörigkeitsgestz`, `aufentg`), which the shape of names does not show. Null where none is meant.
 */
export function readLooseLaw(text: string, at: number, register: LawName[]): { law: string; end: number } | null {
  const start = at + (lead.exec(text.slice(at, at + 20))?.[0].length ?? 0)
  const words = readLawWords(text, start, mostWords)
  const [first] = words
  const end = longestName(words, indexLaws(register))?.end ?? (first && resolveLaw(first.text, register) && first.end)
  return end ? { law: text.slice(start, end), end } : null
}
