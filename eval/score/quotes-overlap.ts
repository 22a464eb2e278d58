import { foldWhiteSpace } from '../../src/text/fold-white-space.ts'

/** Shorter common ends are chance: two sentences that begin and end alike. */
const SHORTEST = 20

/** Whether two quotes of one norm hold the same words: one lies in the other, or the end of one begins the other. */
export function quotesOverlap(one: string, other: string): boolean {
  const [a, b] = [foldWhiteSpace(one), foldWhiteSpace(other)]
  return a.includes(b) || b.includes(a) || runsInto(a, b) || runsInto(b, a)
}

function runsInto(first: string, second: string): boolean {
  for (let length = Math.min(first.length, second.length) - 1; length >= SHORTEST; length -= 1)
    if (first.endsWith(second.slice(0, length))) return true
  return false
}
