import type { Norm } from '../../../src/law/document-text.ts'

/** Keys are the norms' names, `unnamed` where they have none; where a name comes again, it is ` (2)`, ` (3)` … */
export function withKeys(norms: Omit<Norm, 'key'>[], unnamed = 'Text'): Norm[] {
  const seen = new Map<string, number>()
  return norms.map((norm) => {
    const name = norm.norm ?? unnamed
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { ...norm, key: count === 1 ? name : `${name} (${count})` }
  })
}
