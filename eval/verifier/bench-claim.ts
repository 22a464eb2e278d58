import type { Evidence } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'

/** Ways in which a claim is false, each with the goal for the share that the verifier must catch; null: no goal. */
export const goals = {
  'invented id': 1,
  'wrong quote': 1,
  number: 0.99,
  period: 0.99,
  unit: 0.99,
  date: 0.99,
  '§ or its part': 0.99,
  negation: 0.95,
  modality: 0.95,
  'wrong version': 1,
  'dropped exception': 0.8,
  'swapped norm': null,
  'und/oder': null,
  'near-duplicate norm': null,
  'old text': null,
  'own words: number': null,
  'own words: negation': null,
  'own words: modality': null,
  'own words, false: number': null,
  'own words, false: unit': null,
  'own words, false: period': null,
  'own words, false: date': null,
  'own words, false: paragraph': null,
  'own words, false: modality': null,
  'own words, false: negation': null,
  'own words, false: actor': null,
  'own words, false: exception': null,
  'own words, false: condition': null,
  'forbidden (dev)': null,
} as const
export type FalseClass = keyof typeof goals

/** True statements; nothing of the last is written by hand, so it has no goal. */
export const trueClasses = ['own words', 'key_points (dev)', 'law with its label'] as const
export type TrueClass = (typeof trueClasses)[number]

/** A claim with what it cites, and whether it is true of that. */
export interface BenchClaim {
  class: FalseClass | TrueClass
  text: string
  evidence: Evidence[]
  /** The ids the claim chose; all of `evidence` unless it is about an invented one. */
  evidenceIds: string[]
  asOf: Day
}
