/** `high` and `medium` are filled in for staff, `low` is only suggested. */
export type Certainty = 'high' | 'medium' | 'low'

/** A value, how sure it is, and the words it was read from: half-open range in the header's text. */
export interface Finding<T> {
  value: T
  certainty: Certainty
  start: number
  end: number
}
