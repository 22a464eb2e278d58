import type { Mutator } from './mutator.ts'
import { replaceOne } from './replace-one.ts'

const connective = /(?<=\p{L}{3,},? )(?:und|oder)(?= \p{L}{3,})/gu

/** `und` for `oder` and the other way round: both conditions for either. */
export const swapConnective: Mutator = (sentence, random) =>
  replaceOne(sentence, connective, ([word]) => (word === 'und' ? 'oder' : 'und'), random)
