import type { BenchClaim, FalseClass } from './bench-claim.ts'
import { changeDate } from './mutate/change-date.ts'
import { changeNumber } from './mutate/change-number.ts'
import { changePeriod } from './mutate/change-period.ts'
import { changeSection } from './mutate/change-section.ts'
import { changeUnit } from './mutate/change-unit.ts'
import type { Mutator } from './mutate/mutator.ts'
import { turnModality } from './mutate/turn-modality.ts'
import { turnNegation } from './mutate/turn-negation.ts'

const mutators: [FalseClass, Mutator[]][] = [
  ['own words: number', [changeNumber, changePeriod, changeUnit, changeDate, changeSection]],
  ['own words: negation', [turnNegation]],
  ['own words: modality', [turnModality]],
]

/**
 * True statements in words far from the law's, turned in the same ways: what the verifier catches where nothing can be
 * laid beside the text word by word. One false claim of each statement and class, where it has something to change.
 */
export function falsifyOwnWords(statements: BenchClaim[], random: () => number): BenchClaim[] {
  return statements.flatMap((statement) =>
    mutators.flatMap(([name, ways]) => {
      const text = ways.map((way) => way(statement.text, random)).find((changed) => changed !== null)
      return text === undefined ? [] : [{ ...statement, class: name, text }]
    }),
  )
}
