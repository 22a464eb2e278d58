import type { Answer } from '../law/answer.ts'
import type { EarlierQuestion } from '../law/earlier-question.ts'
import { ownAnswer } from './own-answer.ts'
import { ProblemError } from './problem-error.ts'
import type { Service } from './service.ts'

/** The question of one's own answer that another one follows up, with the day and the territory it was asked for. */
export interface Earlier extends Pick<Answer, 'asOf' | 'territory'> {
  question: EarlierQuestion
}

/**
 * What a follow-up follows up, as it was understood; nothing else of the answer is taken over.
 * @throws ProblemError where the answer is not the caller's, or its question is forgotten
 */
export async function findEarlier(service: Pick<Service, 'findAnswer'>, id: string, owner: string): Promise<Earlier> {
  const { question, rewritten, asOf, territory } = await ownAnswer(service, id, owner)
  const text = rewritten?.question ?? question
  if (text === '')
    throw new ProblemError(
      'forgotten-question',
      'Bitte die Frage ganz ausschreiben, ohne auf die frühere zu verweisen.',
    )
  return { question: { text, from: id }, asOf, territory }
}
