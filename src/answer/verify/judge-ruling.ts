import type { CourtCoverage } from '../../law/court-coverage.ts'
import { isSameCourt } from '../../law/courts.ts'
import type { KnownRuling, KnownRulings } from '../../law/known-ruling.ts'
import type { Reference } from '../../law/reference.ts'
import type { RulingState } from './check.ts'

/**
 * Whether a decision named in a text is known. `ok`: it is stored, of the court, day and with the Randnummer named.
 * `not_found`: it cannot be what it says it is, as far as this collection goes: the collection has all that its publisher
 * has of that court and time, and not this. Else `not_checked`: a decision missing here is not missing in the world.
 */
export function judgeRuling(reference: Reference, { rulings, coverage }: KnownRulings): RulingState {
  const named = rulings.filter(({ caseNumber }) => caseNumber === reference.caseNumber)
  const own = named.filter((ruling) => isMeant(reference, ruling))
  const standing = own.filter(({ withdrawn }) => !withdrawn)
  if (standing.some((ruling) => hasRandnummer(reference, ruling)))
    return { verdict: 'ok', documentIds: standing.map(({ documentId }) => documentId) }
  // A Randnummer that the stored decision does not have stands in no other.
  if (standing.length > 0) return { verdict: 'not_found', documentIds: [] }
  const isCovered = own.length === 0 && coverage.some((period) => covers(period, reference))
  return { verdict: isCovered ? 'not_found' : 'not_checked', documentIds: [] }
}

function isMeant({ court, decidedOn }: Reference, ruling: KnownRuling): boolean {
  const ofCourt = court === undefined || (ruling.court !== null && isSameCourt(court, ruling.court))
  return ofCourt && (decidedOn === undefined || ruling.decidedOn === null || ruling.decidedOn === decidedOn)
}

function hasRandnummer({ paragraph }: Reference, { lastRandnummer }: KnownRuling): boolean {
  return paragraph === null || lastRandnummer === null || Number(paragraph) <= lastRandnummer
}

/** Proceedings take that long, at most times: without a day, only the year in the Aktenzeichen tells when it was decided. */
const yearsToDecide = 4

/** Only a court that is named is known; an Aktenzeichen alone may be any court's. */
function covers({ court, from, to }: CourtCoverage, reference: Reference): boolean {
  if (reference.court === undefined || !isSameCourt(court, reference.court)) return false
  if (reference.decidedOn !== undefined) return reference.decidedOn >= from && reference.decidedOn <= to
  const year = yearOf(reference.caseNumber ?? '')
  return year !== null && `${year}-01-01` >= from && `${year + yearsToDecide}-12-31` <= to
}

/** The year of `1 C 12.12`, `2 BvR 1/20`, `ECLI:DE:BVerwG:2024:…`; of two digits the one nearest before 2070. */
function yearOf(number: string): number | null {
  const [, ecli] = /^ECLI:[A-Z]{2}:\w+:(\d{4}):/.exec(number) ?? []
  if (ecli !== undefined) return Number(ecli)
  const [, digits] = /[./](\d{2})(?:\.[A-Z]+)?(?:[  ][A-Z]+)*$/.exec(number) ?? []
  if (digits === undefined) return null
  const year = Number(digits)
  return year < 70 ? 2000 + year : 1900 + year
}
