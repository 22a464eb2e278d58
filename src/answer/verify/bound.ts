/** Whether a number is the least or the most that is meant. */
export type Bound = 'least' | 'most'

const least =
  /(?:mindestens|wenigstens|nicht weniger als|nicht unter|zumindest|mehr als|länger als|über|frühestens)\s(?:(?:die|der|den|von|insgesamt|weitere[rn]?)\s){0,2}$/i
const most =
  /(?:höchstens|maximal|längstens|bis zu|nicht mehr als|nicht länger als|nicht über|weniger als|unter|spätestens)\s(?:(?:die|der|den|von|insgesamt|weitere[rn]?)\s){0,2}$/i

/** The bound set by the few words right before a number; null where none is set. */
export function boundOf(before: string): Bound | null {
  if (most.test(before)) return 'most'
  return least.test(before) ? 'least' : null
}
