import type { Day } from './day.ts'

/**
 * A court's decisions of a period (both days included) that the library has as its publisher has them. Of such a period a
 * decision that is not stored can be said to be unknown; of any other nothing can be said.
 */
export interface CourtCoverage {
  /** As cited: `BVerwG`. */
  court: string
  from: Day
  to: Day
}
