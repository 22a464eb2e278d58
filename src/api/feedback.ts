import { createRoute, z } from '@hono/zod-openapi'
import type { Answer } from '../law/answer.ts'
import { today } from '../law/day.ts'
import { feedbackReasons, type Feedback } from '../law/feedback.ts'
import type { Api } from './api-env.ts'
import { ownAnswer } from './own-answer.ts'
import { ProblemError } from './problem-error.ts'
import { readJson } from './read-json.ts'
import { problemResponses } from './schemas.ts'
import type { Service } from './service.ts'

const feedbackIn = z
  .strictObject({
    claim: z
      .int()
      .min(1)
      .nullable()
      .openapi({ description: 'Der wievielte Satz (claims) gemeint ist, von 1 an; null: die ganze Antwort.' }),
    reason: z.enum(feedbackReasons),
    comment: z.string().trim().max(2000).optional().openapi({ description: 'Bitte ohne Namen und Angaben zum Fall.' }),
  })
  .openapi('Feedback')

const feedbackRoute = createRoute({
  method: 'post',
  path: '/v1/answers/{id}/feedback',
  summary: 'Sagen, was an einer eigenen Antwort nicht stimmt',
  description:
    'Gespeichert werden Grund, Bemerkung, der Satz und seine Fundstellen, Tag, Modell: ohne Person, ohne die Frage und ohne ' +
    'Verweis auf die Antwort. Es lässt sich deshalb weder wiederfinden noch zurücknehmen.',
  middleware: readJson,
  request: {
    params: z.object({ id: z.string() }),
    body: { required: true, content: { 'application/json': { schema: feedbackIn } } },
  },
  responses: {
    200: {
      description: 'Was gespeichert wurde',
      content: { 'application/json': { schema: z.looseObject({ reason: z.enum(feedbackReasons) }) } },
    },
    ...problemResponses,
  },
})

export function addFeedback(api: Api, service: Service): void {
  api.openapi(feedbackRoute, async (c) => {
    const answer = await ownAnswer(service, c.req.valid('param').id, c.get('caller').owner)
    const feedback = feedbackOn(answer, c.req.valid('json'))
    await service.saveFeedback(feedback)
    return c.json({ ...feedback }, 200)
  })
}

/** Takes from the answer what says where the fault may lie, and nothing that leads back to it. */
function feedbackOn(answer: Answer, { claim: number, reason, comment }: z.output<typeof feedbackIn>): Feedback {
  const claim = number === null ? null : answer.claims[number - 1]
  if (claim === undefined)
    throw new ProblemError(
      'invalid-request',
      `Die Antwort hat keinen ${number}. Satz; sie hat ${answer.claims.length}.`,
    )
  const meant = answer.citations.filter((citation) => claim === null || claim.citations.includes(citation.number))
  return {
    day: today(),
    reason,
    comment: comment || null,
    claim: claim?.text ?? null,
    places: meant.map(({ document, normKey, label, passageId, sha256 }) => {
      return { documentId: document.id, normKey, label, passageId, sha256 }
    }),
    asOf: answer.asOf,
    mode: answer.mode,
    model: answer.model,
  }
}
