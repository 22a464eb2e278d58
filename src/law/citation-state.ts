/**
 * What a cited place is on another day. `context_changed`: the quote stands, its Absatz reads otherwise around it; `moved`:
 * the quote stands elsewhere in the norm; `gone`: norm or Absatz is no longer in force; `withdrawn`: the document is not in the
 * collection any more.
 */
export const citationStates = ['unchanged', 'context_changed', 'moved', 'changed', 'gone', 'withdrawn'] as const
export type CitationState = (typeof citationStates)[number]

/** A stored passage by itself, whatever day it was in force on. Offsets count in the norm's text. */
export interface CitedPassage {
  id: string
  paragraph: string | null
  path: string[]
  start: number
  text: string
  sentences: { start: number; end: number }[]
}
