import { splitSentences } from '../../src/text/split-sentences.ts'
import { shuffle } from '../seeded-random.ts'
import { rightly, type SanitySystem } from './material.ts'

const besides = 20

/** Shows the gold passages among many others, whole: everything is there, and the reader has to find it. */
export const quotesEverything: SanitySystem = ({ gold, others }, random) => {
  const shown = shuffle([...gold, ...shuffle(others, random).slice(0, besides)], random)
  const sentences = shown.flatMap(({ text }, at) =>
    splitSentences(text).map(({ start, end }) => ({ text: text.slice(start, end), sources: [at] })),
  )
  return { sentences, sources: shown.map(rightly), retrieved: shown }
}
