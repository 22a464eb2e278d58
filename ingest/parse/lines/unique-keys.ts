import type { Norm } from '../../../src/law/document-text.ts'

/** Keys are the norms' names; where a name comes again, it is ` (2)`, ` (3)` … */
export function withKeys(norms: Omit<Norm, 'key'>[]): Norm[] {
  const seen = new Map<string, number>()
  return norms.map((norm) => {
    const name = norm.norm ?? 'Text'
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { key: count === 1 ? name : `${name} (${count})`, ...norm }
  })
}
