import { createRoute, z } from '@hono/zod-openapi'
import { toAnswerJson, type AnswerJson } from '../law/answer-json.ts'
import { answerStyles, type Question } from '../law/answer.ts'
import { today } from '../law/day.ts'
import { answerOut } from './answer-schema.ts'
import type { Api, ApiOptions } from './api-env.ts'
import { findEarlier } from './find-earlier.ts'
import type { Gate } from './gate.ts'
import { ownAnswer } from './own-answer.ts'
import { asProblemError, toProblem, type Problem } from './problem.ts'
import { readJson } from './read-json.ts'
import { requireReady } from './require-ready.ts'
import { asOfIn, kindsIn, problemResponses, territoryIn } from './schemas.ts'
import type { Asking, Service } from './service.ts'
import { streamAnswer } from './stream-answer.ts'

const questionIn = z
  .strictObject({
    question: z
      .string()
      .max(20_000)
      .refine((text) => text.trim() !== '', 'Die Frage ist leer. Bitte eine Frage stellen.')
      .openapi({ example: 'Welches Mindestgehalt braucht eine Blaue Karte EU?' }),
    asOf: asOfIn,
    territory: territoryIn,
    style: z.enum(answerStyles).default('short'),
    kinds: kindsIn,
    previous: z
      .string()
      .optional()
      .openapi({
        description:
          'Kennung einer eigenen Antwort, auf deren Frage diese folgt ("und bei Ehegatten?"). Aus beiden Fragen wird eine, die für ' +
          'sich steht (rewritten); Tag und Gebiet gelten weiter, wo keine genannt sind. Die frühere Antwort ist nie ein Beleg.',
      }),
  })
  .openapi('Question')

const batchIn = z.array(questionIn).min(1).max(100)

const askRoute = createRoute({
  method: 'post',
  path: '/v1/questions',
  summary: 'Eine Frage stellen, oder bis zu 100 als Liste',
  description:
    'Mit "Accept: text/event-stream" kommen die Ereignisse passages, claim, removed, answer und error einzeln, und ' +
    'queue {position, waiting}, solange vor dem Sprachmodell zu warten ist (1: als Nächste; 0: an der Reihe). ' +
    'Auf eine Liste folgt eine Liste in derselben Reihenfolge; an der Stelle einer gescheiterten Frage steht ein Problem.',
  middleware: readJson,
  request: { body: { required: true, content: { 'application/json': { schema: z.union([questionIn, batchIn]) } } } },
  responses: {
    200: {
      description: 'Die geprüfte Antwort',
      content: {
        'application/json': { schema: z.union([answerOut, z.array(z.union([answerOut, z.looseObject({})]))]) },
        'text/event-stream': { schema: z.string() },
      },
    },
    ...problemResponses,
  },
})

const findRoute = createRoute({
  method: 'get',
  path: '/v1/answers/{id}',
  summary: 'Eine eigene Antwort wieder lesen',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'Die Antwort', content: { 'application/json': { schema: answerOut } } },
    ...problemResponses,
  },
})

export function addQuestions(
  api: Api,
  service: Service,
  options: Pick<ApiOptions, 'territory'> & { gate: Gate },
): void {
  const { gate } = options

  api.openapi(askRoute, async (c) => {
    requireReady(service)
    const body = c.req.valid('json')
    const { owner } = c.get('caller')
    const { signal } = c.req.raw
    const read = (each: QuestionIn) => readQuestion(each, service, owner, options.territory)
    const ask = async (asked: Asked) => service.ask({ ...asked, owner, signal, onEvent: () => {} })
    if (Array.isArray(body)) {
      const askNext = async (each: QuestionIn) => ask(await read(each))
      return c.json(await gate.run(owner, () => askEach(body, askNext, signal)), 200)
    }
    const asked = await read(body)
    if (wantsStream(c.req.header('accept'))) {
      const leave = gate.enter(owner)
      return streamAnswer(c, (onEvent, aborted) => service.ask({ ...asked, owner, signal: aborted, onEvent }), leave)
    }
    return c.json(toAnswerJson(await gate.run(owner, () => ask(asked))), 200)
  })

  api.openapi(findRoute, async (c) => {
    const answer = await ownAnswer(service, c.req.valid('param').id, c.get('caller').owner)
    return c.json(toAnswerJson(answer), 200)
  })
}

type QuestionIn = z.output<typeof questionIn>
type Asked = Pick<Asking, 'question' | 'earlier'>

/** @throws ProblemError where a follow-up follows nothing */
async function readQuestion(body: QuestionIn, service: Service, owner: string, territory: string): Promise<Asked> {
  const earlier = body.previous === undefined ? null : await findEarlier(service, body.previous, owner)
  const question: Question = {
    text: body.question.trim(),
    asOf: body.asOf ?? earlier?.asOf ?? today(),
    territory: body.territory ?? earlier?.territory ?? territory,
    style: body.style,
    kinds: body.kinds ?? null,
  }
  return { question, earlier: earlier?.question ?? null }
}

function wantsStream(accept: string | undefined): boolean {
  return accept?.toLowerCase().includes('text/event-stream') ?? false
}

/** One after the other: a batch takes one place in the gate. One question's failure is not the others'. */
async function askEach(
  questions: QuestionIn[],
  ask: (question: QuestionIn) => ReturnType<Service['ask']>,
  signal: AbortSignal,
): Promise<(AnswerJson | Problem)[]> {
  const answers: (AnswerJson | Problem)[] = []
  for (const question of questions) {
    signal.throwIfAborted()
    answers.push(await ask(question).then(toAnswerJson, (error: unknown) => toProblem(asProblemError(error))))
  }
  return answers
}
