import { pick } from '../seeded-random.ts'

type Rewording = (sentence: string, label: string) => string

const rewordings: Rewording[] = [
  (sentence) => sentence,
  (sentence, label) => sentence.replace(/\.$/, ` (${label}).`),
  (sentence, label) => `Nach ${label} gilt: ${sentence}`,
  // Not inside quotation marks: what is left of a false quote may well stand in the law.
  (sentence) => sentence.replace(/, (?:wenn|sofern|soweit|solange|sobald|weil|nachdem) [^,;“]+\.$/, '.'),
]

/** Two sentences reworded lightly in the same way, which `random` draws: with the label, or without the last condition. */
export function reword(changed: string, original: string, label: string, random: () => number): string {
  const rewording = pick(rewordings, random)
  const said = rewording(changed, label)
  return said === rewording(original, label) ? changed : said
}

/** A sentence with its label, said otherwise than the law does. */
export function withLabel(sentence: string, label: string, random: () => number): string {
  return pick(rewordings.slice(1, 3), random)(sentence, label)
}
