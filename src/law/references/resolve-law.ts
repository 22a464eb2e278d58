import type { LawName } from '../answer.ts'
import { indexLaws } from './law-index.ts'
import { lawKeys } from './law-words.ts'

/** Below this a single letter makes another law's abbreviation (PflBG, PflVG). */
const shortestWithTypo = 7

/**
 * The law a name means: by its exact name first (spelling, case and inflection folded; of several the first in the
 * register), else by the one law whose name differs in a single letter or by two swapped ones. Null where none is
 * meant, or more than one.
 */
export function resolveLaw(name: string, register: LawName[]): LawName | null {
  const { byName } = indexLaws(register)
  const wanted = lawKeys(name).join(' ')
  const exact = byName.get(wanted)
  if (exact || wanted.length < shortestWithTypo) return exact ?? null
  const near = new Set<LawName>()
  for (const [known, law] of byName)
    if (known.length >= shortestWithTypo && isOneTypoApart(wanted, known)) near.add(law)
  const [only] = near
  return near.size === 1 && only ? only : null
}

/**
 * One letter wrong, missing, too many, or two neighbours swapped. Numbers are never typos, Roman ones neither (SGB II is not SGB XI), nor is
 * the last letter: it tells the Gesetz from its Verordnung.
 */
function isOneTypoApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.at(-1) !== b.at(-1)) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  if (/^[\divx]+$/.test(restA + restB)) return false
  const swapped = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
  return swapped || Math.max(restA.length, restB.length) === 1
}
