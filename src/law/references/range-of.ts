import type { Reference } from '../reference.ts'

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
