import type { LawName } from '../answer.ts'
import { resolveLaw } from './resolve-law.ts'

/** The one law that all these names mean, as far as the register knows them; null where none is known, or several are. */
export function meantLaw(names: string[], register: LawName[]): string | null {
  const ids = new Set(names.flatMap((name) => resolveLaw(name, register)?.documentId ?? []))
  const [only] = ids
  return ids.size === 1 && only !== undefined ? only : null
}
