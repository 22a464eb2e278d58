import type { Day } from '../../law/day.ts'
import { type FoundDate, findDates, liesIn } from '../../text/dates.ts'
import { withoutReferences } from './bare-text.ts'
import type { CitedClaim, Failure, VerifyContext } from './check.ts'

/** Every date in a claim stands in a cited passage, or is the day asked. */
export function checkDates({ text, passages }: CitedClaim, { asOf }: VerifyContext): Failure | null {
  const bare = withoutReferences(text)
  const allowed = [dateOf(asOf), ...passages.flatMap((passage) => findDates(withoutReferences(passage.text)))]
  const missing = findDates(bare).find((date) => !allowed.some((known) => liesIn(date, known)))
  if (!missing) return null
  const words = text.slice(missing.start, missing.end)
  return { reason: 'date_not_in_source', detail: `Das Datum „${words}“ steht nicht in der zitierten Stelle.` }
}

function dateOf(day: Day): FoundDate {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
  return { start: 0, end: 0, year, month, day: dayOfMonth }
}
