import type { Answer } from '../law/answer.ts'
import { ProblemError } from './problem-error.ts'
import type { Service } from './service.ts'

/** A stored answer of the caller's. @throws ProblemError where there is none, or it is another's: nobody learns which. */
export async function ownAnswer(service: Pick<Service, 'findAnswer'>, id: string, owner: string): Promise<Answer> {
  const answer = await service.findAnswer(id, owner)
  if (answer) return answer
  throw new ProblemError('unknown-answer', 'Sie ist gelöscht, oder sie gehört jemand anderem. Bitte neu fragen.')
}
