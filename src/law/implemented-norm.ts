import type { Reference } from './reference.ts'

/** A norm that a decree says it carries out. */
export interface ImplementedNorm extends Pick<Reference, 'to' | 'following'> {
  /** Key of the section that says so; null where the decree as a whole does. */
  section: string | null
  /** The law as written beside the norm; where none is, every law that the decree names as its subject. */
  laws: string[]
  /** As its publisher names it: `§ 18a`. */
  norm: string
}
