import { blankSpans } from '../../text/blank-spans.ts'
import { findDates } from '../../text/dates.ts'
import { findQuantities, type Quantity } from '../../text/quantities.ts'
import { withoutReferences } from './bare-text.ts'
import { type Bound, boundOf, isBeyond } from './bound.ts'
import type { CitedClaim, Failure } from './check.ts'
import { impliedIn } from './implied-measures.ts'
import { levelsIn } from './language-levels.ts'
import { isSameMeasure, isSameUnit } from './same-measure.ts'

interface Counted extends Quantity {
  bound: Bound | null
  /** Set by `mehr als`, `unter`: the number itself is left out. */
  isBeyond: boolean
}

/**
 * Every number in a claim stands in the cited sentences with the same measure, and with no opposite bound (`mindestens`
 * for `höchstens`). Where the cited sentences name no such unit, the passage around them counts. Two years are 24 months
 * and two weeks 14 days, but a month is not 30 days: the law counts them differently.
 */
export function checkNumbers(claim: CitedClaim): Failure | null {
  const [missing] = missingFrom(claim)
  if (!missing) return null
  const { start, end } = missing.quantity
  const words = claim.text.slice(start, end + 30).split(/[.,;]\s/)[0] ?? ''
  return {
    reason: 'number_not_in_source',
    detail: `Die Angabe „${words.trim()}“ steht so nicht in der zitierten Stelle.`,
  }
}

/**
 * True where every number of a claim that is not carried stands in the cited sentences all the same, with the other bound
 * or without a unit: whether it is meant so, hangs on the words around it.
 */
export function standOtherwise(claim: CitedClaim): boolean {
  return missingFrom(claim).every(({ quantity, cited }) =>
    cited.some(
      (source) => isSameMeasure(source, quantity) || (source.unit === null && source.value === quantity.value),
    ),
  )
}

/** Every number of a claim that is not carried, with all that the cited sentences count. */
function missingFrom({ text, evidence, passages }: CitedClaim): { quantity: Counted; cited: Counted[] }[] {
  const cited = evidence.flatMap((piece) => givenIn(piece.text))
  const levels = new Set(evidence.flatMap((piece) => levelsIn(piece.text)))
  const around = passages.flatMap((passage) => givenIn(`${passage.heading ?? ''}\n${passage.text}`))
  return countedIn(text).flatMap((quantity) => {
    const sources = cited.some((source) => isSameUnit(source, quantity)) ? cited : [...cited, ...around]
    const isLevel = quantity.unit === 'niveau' && levels.has(quantity.value)
    return isLevel || isCarried(quantity, sources) ? [] : [{ quantity, cited }]
  })
}

/** Numbers of a text with their units and bounds, references and dates left out. */
export function countedIn(text: string): Counted[] {
  const bare = withoutReferences(text)
  const undated = blankSpans(bare, findDates(bare))
  return findQuantities(undated).map((quantity) => {
    const before = undated.slice(Math.max(0, quantity.start - 45), quantity.start)
    const bound = boundOf(before, undated.slice(quantity.end, quantity.end + 60))
    return { ...quantity, bound, isBeyond: isBeyond(before) }
  })
}

/** What a text of the law counts, and what it says without a number. */
function givenIn(text: string): Counted[] {
  return [...countedIn(text), ...impliedIn(text).map((each) => ({ ...each, bound: null, isBeyond: false }))]
}

function isCarried(quantity: Counted, sources: Counted[]): boolean {
  if (quantity.isMeasure) return sources.some((source) => isSameMeasure(source, quantity) && agree(source, quantity))
  const equal = sources.filter(({ value }) => value === quantity.value)
  if (quantity.inDigits) return equal.some((source) => agree(source, quantity))
  const sameNoun = sources.filter((source) => quantity.unit !== null && source.unit === quantity.unit)
  return sameNoun.length === 0 || sameNoun.some(({ value }) => value === quantity.value)
}

/** Not opposite: `mehr als drei` may be said, with what then does not hold, of `höchstens drei`. */
function agree(a: Counted, b: Counted): boolean {
  return a.bound === null || b.bound === null || a.bound === b.bound || a.isBeyond !== b.isBeyond
}
