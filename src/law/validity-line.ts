import { dayBefore, germanDay, type Day } from './day.ts'
import type { ValidBasis } from './document.ts'

/** When a text was in force, and how sure that is, as a reader needs it said. */
export function validityLine(
  { validFrom, validTo, validBasis }: { validFrom: Day; validTo: Day | null; validBasis: ValidBasis },
  asOf: Day,
): string {
  if (validBasis === 'assumed')
    return `Ältester vorliegender Text, vom ${germanDay(validFrom)}; Geltung am ${germanDay(asOf)} nicht belegt`
  const basis = validBasis === 'observed' ? ' (Beginn: an diesem Tag erstmals gesehen)' : ''
  if (validTo === null) return `Text seit ${germanDay(validFrom)}${basis}`
  return `Text vom ${germanDay(validFrom)} bis ${germanDay(dayBefore(validTo))}${basis}`
}
