import type { Reference } from '../reference.ts'

/** `ff.` does not say where it ends; a reader means the next few norms, not the rest of the law. */
export const followingAtMost = 10

/**
 * The norms a reference covers, out of a law's norm names in their order (`§ 27`, `§ 27a`, …): a range from its first
 * to its last, `f.` the norm and the next, `ff.` the norm and up to ten more, anything else the norm itself. Norms the
 * law does not have are left out; empty where it has none of them.
 */
export function expandRange(reference: Reference, keys: string[]): string[] {
  const first = reference.norm && placeOf(reference.norm)
  if (!first) return keys.filter((key) => key === reference.norm)
  const alike = keys.flatMap((key) => {
    const place = placeOf(key)
    return place?.prefix === first.prefix && isBefore(first, place) ? [{ key, place }] : []
  })
  const wholeNorms = reference.paragraph === null && reference.sentence === null && reference.path.length === 0
  const last = wholeNorms && reference.to ? placeOf(reference.to) : null
  if (last) return alike.filter(({ place }) => isBefore(place, last)).map(({ key }) => key)
  const more = !wholeNorms ? 0 : reference.following === 'f' ? 1 : reference.following === 'ff' ? followingAtMost : 0
  const own = alike.filter(({ key }) => key === reference.norm).length
  return alike.slice(0, more === 0 ? own : own + more).map(({ key }) => key)
}

/** True where a norm lies in what the reference covers (`§ 30` in `§§ 27 bis 36a`), by the order of its numbers alone. */
export function covers(reference: Reference, norm: string): boolean {
  return expandRange(reference, [norm]).length > 0
}

interface Place {
  prefix: string
  number: number
  letter: string
}

function placeOf(norm: string): Place | null {
  const [, prefix = '', number = '', letter = ''] =
    /^(§|Art|Anlage|Anhang|Erwägungsgrund) (\d+)([a-z]?)$/.exec(norm) ?? []
  return number === '' ? null : { prefix, number: Number(number), letter }
}

function isBefore(a: Place, b: Place): boolean {
  return a.number < b.number || (a.number === b.number && a.letter <= b.letter)
}
