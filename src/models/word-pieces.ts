import { fold } from '../text/fold.ts'

const wordPattern = /[a-z0-9]+/g
const digit = /[0-9]/
const lettersMax = 40
const remembered = 50_000

/**
 * Splits texts into numbers of a vocabulary's entries: a word that is an entry stands for itself, any other (rare
 * compound, inflected form, typing error) is split into the longest entries, so that it still meets its parts. An
 * unknown word with a digit in it gives nothing. The same as training/text.py: the model was trained on these pieces.
 */
export function wordPieces(vocabulary: string[]): (text: string) => number[] {
  const numbers = new Map(vocabulary.map((entry, number) => [entry, number]))
  const longest = vocabulary.reduce((most, entry) => Math.max(most, entry.length), 0)
  const seen = new Map<string, readonly number[]>()

  function piecesOf(word: string): readonly number[] {
    const known = seen.get(word)
    if (known !== undefined) return known
    // Law has few different words; whoever sends random ones must not fill the memory.
    if (seen.size >= remembered) seen.clear()
    const pieces = split(word, numbers, longest)
    seen.set(word, pieces)
    return pieces
  }

  return (text) => (fold(text).match(wordPattern) ?? []).flatMap((word) => piecesOf(word.slice(0, lettersMax)))
}

/** The split whose pieces have the largest sum of squared lengths: few and long ones. */
function split(word: string, numbers: ReadonlyMap<string, number>, longest: number): readonly number[] {
  const whole = numbers.get(word)
  if (whole !== undefined) return [whole]
  if (digit.test(word)) return []
  const best = [0]
  const lastStart = [0]
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = -1
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const before = best[start] ?? -1
      const score = before + (end - start) ** 2
      if (before < 0 || score <= (best[end] ?? -1) || !numbers.has(word.slice(start, end))) continue
      best[end] = score
      lastStart[end] = start
    }
  }
  const pieces: number[] = []
  for (let end = word.length; end > 0; end = lastStart[end] ?? 0) {
    const number = numbers.get(word.slice(lastStart[end], end))
    if (number === undefined) return []
    pieces.push(number)
  }
  return pieces.toReversed()
}
