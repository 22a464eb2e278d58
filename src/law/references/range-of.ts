import { followingAtMost } from './expand-range.ts'
import type { Reference } from '../reference.ts'

/** The numbers that a range of norms may reach, both included; null for a single norm. `ff.` reaches ten further, as `expandRange` reads it. */
export function numbersOf({
  norm,
  to,
  following,
}: Pick<Reference, 'norm' | 'to' | 'following'>): [number, number] | null {
  const [first, last] = [norm, to ?? null].map((name) => Number(/\d+/.exec(name ?? '')?.[0] ?? Number.NaN))
  if (first === undefined || Number.isNaN(first)) return null
  if (last !== undefined && last >= first) return [first, last]
  return following === undefined ? null : [first, first + followingAtMost]
}

/** A stored norm, or range of norms, as the reference it was read from: what `expandRange` and `covers` need. */
export function rangeOf(norm: string, to: string | null, following: 'f' | 'ff' | null): Reference {
  return {
    kind: 'norm',
    text: norm,
    start: 0,
    end: norm.length,
    norm,
    paragraph: null,
    sentence: null,
    path: [],
    law: null,
    caseNumber: null,
    ...(to === null ? {} : { to }),
    ...(following === null ? {} : { following }),
  }
}
