/** BM25 (Robertson, Zaragoza 2009): saturation of a word's frequency, and how much a text's length counts. */
const K1 = 1.2
const B = 0.4

/** Texts as bags of words, searchable by BM25. Scores are comparable within one index. */
export interface Bm25 {
  /** Words that stand in any of the texts. */
  vocabulary: ReadonlySet<string>
  /** Scores of the texts that hold at least one of the words, each word with its weight. */
  score: (words: ReadonlyMap<string, number>) => Map<number, number>
}

/** Indexes texts given as their words, with repetitions; a text's number is its place. */
export function indexBm25(texts: string[][]): Bm25 {
  const average = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length)
  const postings = new Map<string, { text: number; weight: number }[]>()
  for (const [text, words] of texts.entries()) {
    for (const [word, times] of countWords(words)) {
      const weight = (times * (K1 + 1)) / (times + K1 * (1 - B + (B * words.length) / average))
      const entry = postings.get(word)
      if (entry) entry.push({ text, weight })
      else postings.set(word, [{ text, weight }])
    }
  }
  const rarity = (found: number) => Math.log(1 + (texts.length - found + 0.5) / (found + 0.5))
  return {
    vocabulary: new Set(postings.keys()),
    score: (words) => {
      const scores = new Map<number, number>()
      for (const [word, certainty] of words) {
        const found = postings.get(word) ?? []
        const factor = certainty * rarity(found.length)
        for (const { text, weight } of found) scores.set(text, (scores.get(text) ?? 0) + factor * weight)
      }
      return scores
    },
  }
}

function countWords(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
