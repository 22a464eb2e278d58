import { pick } from '../../seeded-random.ts'

/**
 * The text with one match of `pattern` (global), drawn by `random`, replaced by what `change` makes of it; null where
 * nothing matches or the change is none.
 */
export function replaceOne(
  text: string,
  pattern: RegExp,
  change: (match: RegExpMatchArray) => string,
  random: () => number,
): string | null {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return null
  const match = pick(matches, random)
  const changed = change(match)
  if (changed === match[0]) return null
  return text.slice(0, match.index) + changed + text.slice(match.index + match[0].length)
}
