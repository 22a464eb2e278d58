import type { Answer } from './answer.ts'
import { type Facts, factsOf } from './facts.ts'
import { toHit, type Hit } from './hit.ts'

/** An answer as outside programs see it: the nearest passages of an abstention are search hits (contracts.md), and the
 * facts are counted. */
export type AnswerJson = Omit<Answer, 'abstention'> & {
  abstention: (Omit<NonNullable<Answer['abstention']>, 'nearest'> & { nearest: Hit[] }) | null
  facts: Facts
}

export function toAnswerJson(answer: Answer): AnswerJson {
  const { abstention } = answer
  return {
    ...answer,
    abstention: abstention && { ...abstention, nearest: abstention.nearest.map(toHit) },
    facts: factsOf(answer),
  }
}
