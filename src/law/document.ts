import type { Day } from './day.ts'
import type { Particulars } from './particulars.ts'

/** What kind of work a document is. Contract: `kinds` in `POST /v1/search`. */
export const documentKinds = ['statute', 'ruling', 'decree', 'eu_act', 'paper'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Place in the hierarchy of norms, highest first. */
export const ranks = [
  'constitution',
  'eu_act',
  'statute',
  'ordinance',
  'administrative_regulation',
  'decree',
  'ruling',
  'notice',
] as const
export type Rank = (typeof ranks)[number]

/**
 * How sure the first day of a text is: `official` (a source states it), `observed` (first seen that day, may lag
 * by days), `assumed` (the oldest text known, used for an earlier day).
 */
export const validBases = ['official', 'observed', 'assumed'] as const
export type ValidBasis = (typeof validBases)[number]

/** A work: one law, one ruling, one decree. `id` is `<publisher>:<the publisher's own key>`, e.g. `gii:aufenthg_2004`. */
export interface Document {
  id: string
  kind: DocumentKind
  rank: Rank
  /** ISO 3166-2 code, optionally followed by a municipality key: `DE`, `DE-NW`. */
  territory: string
  /** Official title in full. */
  title: string
  /** Official short title without the abbreviation (`Aufenthaltsgesetz`); null where the law has none. */
  shortTitle: string | null
  /** What a citation ends with: `AufenthG`. */
  abbreviation: string
  /** Every name under which the law is cited, the abbreviation and titles included. */
  names: string[]
  /** Day of Ausfertigung: before it the law cannot have been in force. Null where the source does not say. */
  enactedOn: Day | null
  /** The publisher's page of the whole law. */
  url: string
  /** True for the bundled demonstration collection, whose law is invented. */
  invented: boolean
  /** Facts of its header; only rulings, decrees, EU acts and papers have them. */
  particulars?: Particulars
}

/** What search results and citations show of a document. */
export interface DocumentSummary {
  id: string
  kind: DocumentKind
  rank: Rank
  title: string
  abbreviation: string
  invented: boolean
}
