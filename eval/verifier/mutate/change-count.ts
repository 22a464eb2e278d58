import { pick } from '../../seeded-random.ts'

const words = ['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']

/** Source of a pattern for a number as the law writes it: in digits, grouped or with decimals, or a word up to `zwölf`. */
export const countSource: string = `(?:\\d{1,3}(?: \\d{3})+|\\d+(?:,\\d+)?|${words.join('|')})`

/** Another number, written in the same way: a word for a word, digits for digits. */
export function changeCount(count: string, random: () => number): string {
  if (words.includes(count))
    return pick(
      words.filter((word) => word !== count),
      random,
    )
  const digits = count.replace(/ /g, '')
  if (digits.includes(',')) return digits.replace(/^\d+/, (whole) => String(Number(whole) + 1))
  return String(Number(digits) + pick([1, 2, 5, 10, 100], random))
}
