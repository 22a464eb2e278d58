import type { Evidence } from '../../../law/answer.ts'
import { blankSpans } from '../../../text/blank-spans.ts'
import { withoutReferences } from '../bare-text.ts'
import { exclude, isSame, type Measure, measuresIn } from './measures.ts'

/** Two measures that cannot both be meant. */
export interface OtherNumber {
  said: Measure
  meant: Measure
}

/**
 * The one measure of a text that a sentence gives otherwise: both speak of one such measure that the other does not
 * have. Null where they agree, or where more than one could be meant.
 */
export function otherNumber(text: string, sentence: string): OtherNumber | null {
  const mine = measuresIn(text)
  const theirs = measuresIn(sentence)
  const said = mine.filter((each) => !isStretchOfTime(text, each) && !theirs.some((other) => isSame(each, other)))
  const [only, ...more] = said
  if (!only || more.length > 0) return null
  const [meant, ...others] = theirs.filter(
    ({ of, ...each }) => of === only.of && !mine.some((other) => isSame({ of, ...each }, other)),
  )
  if (!meant || others.length > 0 || !exclude(only, meant)) return null
  return isMentioned(sentence.slice(meant.start, meant.end), blankSpans(text, [only])) ? null : { said: only, meant }
}

/** True where a sentence, or the heading above it, has the measure. */
export function hasMeasure({ text, passage }: Evidence, measure: Measure): boolean {
  return measuresIn(`${passage.heading ?? ''}\n${text}`).some((each) => isSame(each, measure))
}

/** `700 Unterrichtsstunden, davon 100`: a number without its unit. */
function isMentioned(number: string, text: string): boolean {
  const words: string[] = withoutReferences(text).match(/[\p{L}\d.,]*[\p{L}\d]/gu) ?? []
  return words.includes(number)
}

/** `seit drei Jahren`, `vor zwei Wochen`: how long something has gone on is a fact, not what the law asks for. */
function isStretchOfTime(text: string, { start }: Measure): boolean {
  return /(?<!\p{L})(?:seit|vor|noch) (?:etwa |rund |gut |über )?(?:\S+ \p{L}+ und )?$/iu.test(text.slice(0, start))
}
