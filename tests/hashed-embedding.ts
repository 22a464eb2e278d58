import { contentWords } from '../src/text/words.ts'
import { normalize, type EmbeddingModel } from '../src/models/embed.ts'

const dimension = 192
const shortestCompound = 8
const gramLengths = [4, 5]
/** Long words are rare words, and say more; from here on it makes no difference. */
const longWord = 14

/**
 * Hashes words, and pieces of long words, into 192 signed dimensions: a small embedding for tests of the store and the
 * baseline that the shipped model is measured against. It knows spellings, not meanings.
 */
export function hashedEmbedding(): EmbeddingModel {
  return {
    id: 'fundstelle-hashed-192-v1',
    dimension,
    embed: async (texts) => texts.map(embedText),
  }
}

function embedText(text: string): Float32Array {
  const vector = new Float32Array(dimension)
  for (const [word, count] of countWords(text)) {
    const weight = (1 + Math.log(count)) * Math.min(word.length, longWord)
    add(vector, hash(word), weight)
    if (word.length >= shortestCompound) addGrams(vector, word, weight)
  }
  return normalize(vector)
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** All pieces of a word together weigh as much as the word itself. */
function addGrams(vector: Float32Array, word: string, weight: number): void {
  const grams = gramLengths.reduce((sum, length) => sum + word.length - length + 1, 0)
  const share = weight / Math.sqrt(grams)
  for (const length of gramLengths) {
    for (let start = 0; start + length <= word.length; start += 1) {
      add(vector, hash(word, start, start + length), share)
    }
  }
}

function add(vector: Float32Array, code: number, weight: number): void {
  const index = code % dimension
  // A bit the index does not use decides the sign, so that collisions cancel out instead of adding up.
  vector[index] = (vector[index] ?? 0) + (code >>> 31 === 1 ? weight : -weight)
}

/** FNV-1a over UTF-16 code units, mixed once more because its low bits alone are uneven. */
function hash(text: string, start = 0, end = text.length): number {
  let code = 0x811c9dc5
  for (let index = start; index < end; index += 1) code = Math.imul(code ^ text.charCodeAt(index), 0x01000193)
  code = Math.imul(code ^ (code >>> 16), 0x45d9f3b)
  return (code ^ (code >>> 15)) >>> 0
}
