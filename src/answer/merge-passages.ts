import type { RankedPassage } from '../law/passage.ts'

/** The passages found for several questions as one ranking: the first of each, the second of each …, each passage once. */
export function mergePassages(found: RankedPassage[][]): RankedPassage[] {
  const [only, ...more] = found
  if (only && more.length === 0) return only
  const longest = Math.max(0, ...found.map((passages) => passages.length))
  const inTurn = Array.from({ length: longest }, (_, at) => found.flatMap((passages) => passages.slice(at, at + 1)))
  const merged = new Map<string, RankedPassage>()
  for (const passage of inTurn.flat()) {
    if (!merged.has(passage.id)) merged.set(passage.id, { ...passage, rank: merged.size + 1 })
  }
  return [...merged.values()]
}
