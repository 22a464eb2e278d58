import { pick } from '../../seeded-random.ts'
import type { Mutator } from './mutator.ts'

const shortest = 6
const longest = 14

/** Words put in quotation marks that are not the law's: a stretch of the sentence, one word of it left out or doubled up with another. */
export const falsifyQuote: Mutator = (sentence, random) => {
  const words = sentence.replace(/[„“"‚‘]/g, '').split(' ')
  if (words.length < shortest + 2) return null
  const length = Math.min(words.length - 1, pick([shortest, 8, 10, longest], random))
  const start = Math.floor(random() * (words.length - length))
  const stretch = words.slice(start, start + length)
  const at = 1 + Math.floor(random() * (length - 2))
  const left = stretch.toSpliced(at, 1, ...(random() < 0.5 ? [] : ['vielmehr', stretch[at] ?? '']))
  return `Das Gesetz sagt dazu wörtlich „${left.join(' ').replace(/[.,;:]$/, '')}“.`
}
