import type { ReferenceCase } from '../reference/reference-case.ts'
import type { Outcome } from './metric.ts'
import { shareOf } from './scorer.ts'

/**
 * The same question asked of several days: 1 where it is answered accurately on all of them in the same repeat, averaged
 * over repeats. Stands at the question of the earliest day, so that a pair counts once; null elsewhere.
 */
export function scoreDays(
  { question, as_of }: ReferenceCase,
  cases: ReferenceCase[],
  outcomesOf: (caseId: string) => (Outcome | null)[],
): number | null {
  const days = cases.filter((other) => other.question === question)
  if (days.length < 2 || days.some((other) => other.as_of < as_of)) return null
  const outcomes = days.map(({ id }) => outcomesOf(id))
  const repeats = outcomes[0]?.map((_, repeat) => outcomes.map((each) => each[repeat])) ?? []
  return shareOf(repeats, (each) => each.every((outcome) => outcome === 'accurate'))
}
