import type { Day } from './day.ts'

/** What became of a cited place: other words, no longer in force, or its document taken out of the collection. */
export const changeKinds = ['changed', 'gone', 'withdrawn'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** A stored answer that stands on a place which became another one since. */
export interface ChangedAnswer {
  id: string
  createdAt: string
  asOf: Day
  /** Empty once it is forgotten. */
  question: string
  citations: {
    number: number
    label: string
    how: ChangeKind
    /** True where the text of the day asked is another one now, not only that of today. */
    onItsDay: boolean
  }[]
}

/** How many answers there are and how many stand on changed places; says nothing of whose or what of. */
export interface ChangedCount {
  answers: number
  changed: number
}
