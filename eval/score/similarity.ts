import { withoutReferences } from '../../src/answer/verify/bare-text.ts'
import { isSameWord } from '../../src/text/same-word.ts'
import { contentWords } from '../../src/text/words.ts'

/** How much a text says of what a claim says, each from 0 (nothing) to 1. */
export interface Similarity {
  /** Cosine of the two as wholes. */
  cosine: number
  /** Share of the claim's words that the text has in some form. */
  words: number
  /** Mean over the claim's words of the cosine to the nearest word of the text (recall of BERTScore, Zhang et al. 2020). */
  nearest: number
}

export type Compare = (claim: string, text: string) => Similarity

/** A text with its references taken out, as both sides of a comparison need it. */
interface Read {
  vector: Float32Array
  stems: string[]
  words: Float32Array[]
}

/** Words judged by rules of their own: they must not decide what a sentence is about. */
const marker =
  /^(?:nicht|kein|keinerlei|nie|niemal|weder|noch|ohne|nur|muss?|musst|kann|konn|konnt|darf|durf|soll|sollt|mocht|lass)$/

/** Compares texts with the vectors of a model; remembers what it has read. */
export function createSimilarity(vectorOf: (text: string) => Float32Array): Compare {
  const vectors = remember(vectorOf)
  const read = remember((text: string): Read => {
    const bare = withoutReferences(text)
    const words = (bare.match(/\p{L}{3,}|\d+/gu) ?? []).filter((word) => contentWords(word).length > 0)
    return {
      vector: vectors(bare),
      stems: [...new Set(contentWords(bare))].filter((word) => !marker.test(word)),
      words: [...new Set(words)].map(vectors),
    }
  })
  return (claim, text) => {
    const [mine, theirs] = [read(claim), read(text)]
    return {
      cosine: Math.max(0, cosine(mine.vector, theirs.vector)),
      words: mean(mine.stems.map((word) => (theirs.stems.some((other) => isSameWord(word, other)) ? 1 : 0))),
      nearest: mean(mine.words.map((word) => Math.max(0, ...theirs.words.map((other) => cosine(word, other))))),
    }
  }
}

function remember<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const value = known.get(text) ?? compute(text)
    known.set(text, value)
    return value
  }
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
