import { type Day, toDay } from '../../src/law/day.ts'
import {
  type FalseStatement,
  isWritten,
  readFalseStatements,
  readTrueStatements,
  type Statement,
} from './read-statements.ts'

/** Statements written by hand about some laws, as these read on one day. */
export interface StatementSet {
  asOf: Day
  /** Days on which many of these laws read otherwise, where the collection has their versions. */
  otherDays: Day[]
  trueOnes: Statement[]
  falseOnes: FalseStatement[]
}

/** About the laws of the office, on the day of most reference questions. */
export function officeStatements(): StatementSet {
  return {
    asOf: toDay('2025-03-05'),
    otherDays: [toDay('2023-06-01'), toDay('2024-05-02')],
    trueOnes: readTrueStatements('true-statements.tsv'),
    falseOnes: [],
  }
}

/**
 * Sets about laws that no rule of the verifier was tuned on, in the order in which they were written (24 November 2026),
 * each by someone who had not read the rules and never ran them on it, and scored once before it was looked at. A
 * statement may be changed only where it proves wrong about the law.
 */
export const freshSets = ['fresh', 'second-fresh', 'third-fresh'] as const
export type FreshSet = (typeof freshSets)[number]

/** Its statements; false ones only where some were written. Null: the set has not been written. */
export function freshStatements(set: FreshSet): StatementSet | null {
  const [trueOnes, falseOnes] = [`${set}-statements.tsv`, `${set}-false-statements.tsv`]
  if (!isWritten(trueOnes)) return null
  return {
    asOf: toDay('2025-04-02'),
    otherDays: [],
    trueOnes: readTrueStatements(trueOnes),
    falseOnes: isWritten(falseOnes) ? readFalseStatements(falseOnes) : [],
  }
}

/** The publisher's keys of the laws that a set is about; none where it has not been written. */
export function lawsOf(set: StatementSet | null): string[] {
  const { trueOnes, falseOnes } = set ?? { trueOnes: [], falseOnes: [] }
  return [...new Set([...trueOnes, ...falseOnes].map(({ slug }) => slug))]
}
