import { blankSpans } from '../../text/blank-spans.ts'
import { findDates } from '../../text/dates.ts'
import { findQuantities, type Quantity } from '../../text/quantities.ts'
import { withoutReferences } from './bare-text.ts'
import { type Bound, boundOf } from './bound.ts'
import type { CitedClaim, Failure } from './check.ts'
import { levelsIn } from './language-levels.ts'

interface Counted extends Quantity {
  bound: Bound | null
}

/**
 * Every number in a claim stands in the cited sentences with the same value and unit, and with no opposite bound
 * (`mindestens` for `höchstens`). Where the cited sentences name no such unit, the passage around them counts. The
 * check is strict: 24 months are not two years, since the law counts them differently.
 */
export function checkNumbers({ text, evidence, passages }: CitedClaim): Failure | null {
  const cited = evidence.flatMap((piece) => countedIn(piece.text))
  const levels = new Set(evidence.flatMap((piece) => levelsIn(piece.text)))
  const around = passages.flatMap((passage) => countedIn(`${passage.heading ?? ''}\n${passage.text}`))
  for (const quantity of countedIn(text)) {
    const sources = cited.some((source) => isSameUnit(source, quantity)) ? cited : [...cited, ...around]
    if (isCarried(quantity, sources) || (quantity.unit === 'niveau' && levels.has(quantity.value))) continue
    const words = text.slice(quantity.start, quantity.end + 30).split(/[.,;]\s/)[0] ?? ''
    return {
      reason: 'number_not_in_source',
      detail: `Die Angabe „${words.trim()}“ steht so nicht in der zitierten Stelle.`,
    }
  }
  return null
}

/** Numbers of a text with their units and bounds, references and dates left out. */
export function countedIn(text: string): Counted[] {
  const bare = withoutReferences(text)
  const undated = blankSpans(bare, findDates(bare))
  return findQuantities(undated).map((quantity) =>
    inMonths({ ...quantity, bound: boundOf(undated.slice(Math.max(0, quantity.start - 45), quantity.start)) }),
  )
}

/** § 189 BGB: half a year is six months. */
function inMonths(quantity: Counted): Counted {
  const { value, unit } = quantity
  return value === '0.5' && unit === 'jahr' ? { ...quantity, value: '6', unit: 'monat' } : quantity
}

function isCarried(quantity: Counted, sources: Counted[]): boolean {
  const equal = sources.filter(({ value }) => value === quantity.value)
  if (quantity.isMeasure)
    return equal.some((source) => isSameUnit(source, quantity) && agree(source.bound, quantity.bound))
  if (quantity.inDigits) return equal.some((source) => agree(source.bound, quantity.bound))
  const sameNoun = sources.filter((source) => quantity.unit !== null && source.unit === quantity.unit)
  return sameNoun.length === 0 || sameNoun.some(({ value }) => value === quantity.value)
}

/** Age is counted in completed years of life: `18 Jahre` says the same as `das 18. Lebensjahr vollendet`. */
function isSameUnit(source: Quantity, quantity: Quantity): boolean {
  if (!quantity.isMeasure) return false
  return source.unit === quantity.unit || (source.unit === 'lebensjahr' && quantity.unit === 'jahr')
}

function agree(a: Bound | null, b: Bound | null): boolean {
  return a === null || b === null || a === b
}
