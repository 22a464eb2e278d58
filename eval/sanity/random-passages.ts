import { splitSentences } from '../../src/text/split-sentences.ts'
import { shuffle } from '../seeded-random.ts'
import { rightly, type SanitySystem } from './material.ts'

const cited = 5
const found = 50

/** Shows passages drawn by lot, verbatim and rightly cited: everything holds, nothing answers. */
export const randomPassages: SanitySystem = ({ others }, random) => {
  const retrieved = shuffle(others, random).slice(0, found)
  const shown = retrieved.slice(0, cited)
  const sentences = shown.map(({ text }, at) => {
    const [first] = splitSentences(text)
    return { text: first ? text.slice(first.start, first.end) : text, sources: [at] }
  })
  return { sentences, sources: shown.map(rightly), retrieved }
}
