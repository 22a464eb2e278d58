import type { CourtCoverage } from './court-coverage.ts'
import type { Day } from './day.ts'

/** A stored decision that has an Aktenzeichen or ECLI asked for. */
export interface KnownRuling {
  /** As asked. */
  caseNumber: string
  documentId: string
  court: string | null
  decidedOn: Day | null
  /** Highest Randnummer; null where it has none. */
  lastRandnummer: number | null
  withdrawn: boolean
}

/** What the library knows of the decisions named in a text, and of which courts and periods it has all. */
export interface KnownRulings {
  rulings: KnownRuling[]
  coverage: CourtCoverage[]
}
