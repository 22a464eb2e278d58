/** Whether a number is the least or the most that is meant. */
export type Bound = 'least' | 'most'

const filling = String.raw`\s(?:(?:die|der|den|von|insgesamt|weitere[rn]?)\s){0,2}$`
const least = new RegExp(
  `(?:mindestens|wenigstens|nicht weniger als|nicht unter|zumindest|mehr als|länger als|über|frühestens)${filling}`,
  'i',
)
const most = new RegExp(
  `(?:höchstens|maximal|längstens|bis zu|nicht mehr als|nicht länger als|nicht über|(?<!nicht )(?:weniger als|unter)|spätestens)${filling}`,
  'i',
)
const beyond = new RegExp(`(?<!nicht )(?:(?:mehr|länger|weniger|kürzer) als|über|unter)${filling}`, 'i')
const deadline = new RegExp(`(?:spätestens|frühestens)${filling}`, 'i')
/** After the unit: the time is counted backwards. */
const backwards = /^(?:[\s-]*\p{L}+){1,4}?,?\s(?:vor(?:her)?|zuvor|bevor|im Voraus)(?!\p{L})/u

/** The bound set by the few words right before a number; null where none is set. `spätestens zwei Wochen vor` is the least. */
export function boundOf(before: string, after: string): Bound | null {
  const bound = most.test(before) ? 'most' : least.test(before) ? 'least' : null
  if (bound === null || !deadline.test(before) || !backwards.test(after)) return bound
  return bound === 'most' ? 'least' : 'most'
}

/** `mehr als drei`: what lies beyond a number is what `höchstens drei` leaves out, and may be said of it in other words. */
export function isBeyond(before: string): boolean {
  return beyond.test(before)
}
