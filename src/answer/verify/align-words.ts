import { fold } from '../../text/fold.ts'
import { numberWord } from '../../text/number-words.ts'

/** A place where two sentences differ; one side may be empty. */
export interface Gap {
  claim: string[]
  source: string[]
  /** Before the first or after the last word they share: what stands there may frame the sentence, or be cut off. */
  isOuter: boolean
}

/** Two sentences laid side by side, word by word. */
export interface Alignment {
  gaps: Gap[]
  /** Share of the claim's words that the source has in the same order. */
  shared: number
}

const written: Record<string, string> = {
  absatz: 'abs',
  absatzes: 'abs',
  nummer: 'nr',
  artikel: 'art',
  artikels: 'art',
}

/** Lays a claim beside a sentence by their longest common subsequence of words; numbers in words count as digits. */
export function alignWords(claim: string, source: string): Alignment {
  const [mine, theirs] = [wordsOf(claim), wordsOf(source)]
  const pairs = withoutChance(commonPairs(mine, theirs), mine)
  const stops = [...pairs, [mine.length, theirs.length] as const]
  let [a, b] = [0, 0]
  const gaps: Gap[] = []
  for (const [index, [x, y]] of stops.entries()) {
    if (x > a || y > b) {
      const isOuter = index === 0 || index === pairs.length
      gaps.push({ claim: mine.slice(a, x), source: theirs.slice(b, y), isOuter })
    }
    ;[a, b] = [x + 1, y + 1]
  }
  return { gaps, shared: mine.length === 0 ? 0 : pairs.length / mine.length }
}

/** A short last word that both have, after words that differ, is shared by chance. */
function withoutChance(pairs: (readonly [number, number])[], words: string[]): (readonly [number, number])[] {
  const [last, before] = [pairs.at(-1), pairs.at(-2)]
  if (!last || !before || (words[last[0]] ?? '').length > 3) return pairs
  const isApart = last[0] > before[0] + 1 && last[1] > before[1] + 1
  return isApart ? withoutChance(pairs.slice(0, -1), words) : pairs
}

function wordsOf(text: string): string[] {
  return (fold(text).match(/\p{L}+|\d+/gu) ?? []).map((word) => written[word] ?? String(countOf(word) ?? word))
}

function countOf(word: string): number | null {
  return /^ein(?:e|er|es|em|en)?$/.test(word) ? null : numberWord(word)
}

/** Index pairs of a longest common subsequence, ascending. */
function commonPairs(a: string[], b: string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (x: number, y: number) => lengths[x]?.[y] ?? 0
  for (let x = a.length - 1; x >= 0; x -= 1) {
    for (let y = b.length - 1; y >= 0; y -= 1) {
      const row = lengths[x]
      if (row) row[y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let x = 0, y = 0; x < a.length && y < b.length;) {
    if (a[x] === b[y]) pairs.push([x++, y++])
    else if (at(x + 1, y) >= at(x, y + 1)) x += 1
    else y += 1
  }
  return pairs
}
