import type { ReferenceCase } from '../reference/reference-case.ts'

/** A passage of the collection on the day asked. */
export interface SanityPassage {
  documentId: string
  norm: string
  paragraph: string | null
  text: string
}

/** What a sanity system makes its answer of: the question with everything a real system would have to find. */
export interface SanityMaterial {
  reference: ReferenceCase
  /** The passages of the essential gold, in its order. */
  gold: SanityPassage[]
  /** Passages of the day that are not gold, many more than any system uses. */
  others: SanityPassage[]
}

/** Makes an answer; pure, `random` gives numbers in [0, 1). */
export type SanitySystem = (material: SanityMaterial, random: () => number) => SanityAnswer

/** What a sanity system says; null: it refuses. `sentences` name their sources by place. */
export type SanityAnswer = {
  sentences: { text: string; sources: number[] }[]
  sources: SanitySource[]
  retrieved: SanityPassage[]
} | null

export interface SanitySource extends SanityPassage {
  exists: boolean
  inForce: boolean
  verbatim: boolean
}

/** A passage cited whole and rightly. */
export function rightly(passage: SanityPassage): SanitySource {
  return { ...passage, exists: true, inForce: true, verbatim: true }
}
