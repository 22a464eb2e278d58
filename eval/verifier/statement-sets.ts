import { type Day, toDay } from '../../src/law/day.ts'
import { type FalseStatement, readFalseStatements, readTrueStatements, type Statement } from './read-statements.ts'

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
 * About laws that no rule of the verifier was tuned on. Written on 24 November 2026 by someone who had not
 * read the rules and never ran them on these statements; one may be changed only where it proves wrong about the law.
 */
export function freshStatements(): StatementSet {
  return {
    asOf: toDay('2025-04-02'),
    otherDays: [],
    trueOnes: readTrueStatements('fresh-statements.tsv'),
    falseOnes: readFalseStatements('fresh-false-statements.tsv'),
  }
}

/**
 * About fifteen other laws, for after the first fresh set has been looked at; true statements only. Written on
 * 24 November 2026 under the same terms.
 */
export function secondFreshStatements(): StatementSet {
  return {
    asOf: toDay('2025-04-02'),
    otherDays: [],
    trueOnes: readTrueStatements('second-fresh-statements.tsv'),
    falseOnes: [],
  }
}

/** The publisher's keys of the laws that a set is about. */
export function lawsOf({ trueOnes, falseOnes }: StatementSet): string[] {
  return [...new Set([...trueOnes, ...falseOnes].map(({ slug }) => slug))]
}
