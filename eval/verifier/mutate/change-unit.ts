import { pick } from '../../seeded-random.ts'
import type { Mutator } from './mutator.ts'
import { countSource } from './change-count.ts'
import { replaceOne } from './replace-one.ts'

const nominative = ['Tage', 'Wochen', 'Monate', 'Jahre', 'Stunden']
const dative = ['Tagen', 'Wochen', 'Monaten', 'Jahren', 'Stunden']
const amounts = ['Euro', 'Prozent']
const counted = new RegExp(
  `(?<=(?<![\\p{L}\\d.,/-])${countSource} )(?:${[...nominative, ...dative, ...amounts].join('|')})(?!\\p{L})`,
  'gu',
)

/** The same number of something else: `drei Monate` becomes `drei Wochen`, `50 Euro` becomes `50 Prozent`. */
export const changeUnit: Mutator = (sentence, random) =>
  replaceOne(sentence, counted, ([unit]) => pick(others(unit), random), random)

function others(unit: string): string[] {
  const group = [amounts, nominative, dative].find((units) => units.includes(unit)) ?? dative
  return group.filter((other) => other !== unit)
}
