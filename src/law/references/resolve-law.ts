import { differingParts, isOneTypoApart } from '../../text/one-typo.ts'
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
  for (const [known, law] of byName) if (known.length >= shortestWithTypo && isMistyped(wanted, known)) near.add(law)
  const [only] = near
  return near.size === 1 && only ? only : null
}

/** Numbers are never typos, Roman ones neither (SGB II is not SGB XI), nor is the last letter: it tells the Gesetz from its Verordnung. */
function isMistyped(a: string, b: string): boolean {
  return a.at(-1) === b.at(-1) && isOneTypoApart(a, b) && !/^[\divx]+$/.test(differingParts(a, b).join(''))
}
