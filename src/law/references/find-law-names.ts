import type { LawName, ResolvedReference } from '../answer.ts'
import { indexLaws, longestName } from './law-index.ts'
import { readLawWords } from './law-words.ts'

/** As many words as a name may have; full official titles are longer, but begin with a name that is enough. */
const mostWords = 12

const wordStart = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu

/**
 * Laws of the register named in a text, with or without a § (`im Freizügigkeitsgesetz`, `SGB XII`), longest name
 * first, not overlapping, in order. Short abbreviations must be written as the law writes them ("GG", not "gg"),
 * since any three letters may be a word.
 */
export function findLawNames(text: string, register: LawName[]): ResolvedReference[] {
  const index = indexLaws(register)
  const found: ResolvedReference[] = []
  const pattern = new RegExp(wordStart)
  for (let start = pattern.exec(text); start; start = pattern.exec(text)) {
    const [first] = readLawWords(text, start.index, 1)
    const isKnown = first !== undefined && index.byFirstWord.has(first.key)
    const named = isKnown ? longestName(readLawWords(text, start.index, mostWords), index) : null
    if (!named) continue
    const words = text.slice(start.index, named.end)
    if (!isWrittenAsName(words, named.name)) continue
    found.push(lawReference(words, start.index, named.law.documentId))
    pattern.lastIndex = named.end
  }
  return found
}

function isWrittenAsName(words: string, name: string): boolean {
  return words.length > 3 || words === name
}

function lawReference(text: string, start: number, documentId: string): ResolvedReference {
  return {
    kind: 'law',
    text,
    start,
    end: start + text.length,
    norm: null,
    paragraph: null,
    sentence: null,
    path: [],
    law: text,
    caseNumber: null,
    documentId,
  }
}
