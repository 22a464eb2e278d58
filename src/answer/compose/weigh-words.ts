import { isOneTypoApart } from '../../text/one-typo.ts'

/** Words that no passage has are mostly the teller's (`seit gestern`), and sometimes what was asked. */
const strangerShare = 0.5
const shortestPart = 5
/** Below this, one letter more often makes another word than a slip. */
const shortestWithTypo = 7

/**
 * Words of a question by how much they tell the passages apart: each weighs more the fewer of the texts carry it, and
 * the weights add up to 1. A word that no text carries is read as the one it is a single letter from, if there is one.
 */
export function weighWords(words: string[], texts: Set<string>[]): Map<string, number> {
  const raw = new Map<string, number>()
  for (const written of new Set(words)) {
    const known = texts.some((text) => carries(text, written))
    const word = known ? written : (intended(written, texts) ?? written)
    const having = texts.filter((text) => carries(text, word)).length
    const rarity = Math.log(1 + (texts.length + 1) / (having + 1))
    raw.set(word, having === 0 ? rarity * strangerShare : rarity)
  }
  const sum = [...raw.values()].reduce((total, weight) => total + weight, 0)
  return new Map([...raw].map(([word, weight]) => [word, weight / sum]))
}

/** True also where a compound carries the word or is carried by it (`Gebühr` – `Gebührenbefreiung`). */
export function carries(words: Set<string>, word: string): boolean {
  if (words.has(word)) return true
  if (word.length < shortestPart) return false
  for (const other of words) {
    if (other.length >= shortestPart && (other.includes(word) || word.includes(other))) return true
  }
  return false
}

function intended(word: string, texts: Set<string>[]): string | null {
  if (word.length < shortestWithTypo) return null
  for (const text of texts) for (const other of text) if (isOneTypoApart(word, other)) return other
  return null
}
