import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { SSEStreamingApi } from 'hono/streaming'
import { answerOut } from '../api/answer-schema.ts'
import type { Api, ApiEnv, ApiOptions } from '../api/api-env.ts'
import { eventStream } from '../api/event-stream.ts'
import type { Gate } from '../api/gate.ts'
import { readJson } from '../api/read-json.ts'
import { requireReady } from '../api/require-ready.ts'
import { problemResponses } from '../api/schemas.ts'
import type { Service } from '../api/service.ts'
import { type AnswerJson, toAnswerJson } from '../law/answer-json.ts'
import type { AnswerEvent } from '../law/answer-event.ts'
import type { Question } from '../law/answer.ts'
import { today } from '../law/day.ts'
import { answerMarkdown } from './answer-markdown.ts'
import { closingChunk, completion, contentChunks, modelName, openingChunk } from './chat-completion.ts'
import { type ChatRequest, chatIn, questionOf } from './chat-request.ts'
import { answerHousekeeping } from './housekeeping.ts'
import { openAiError } from './openai-error.ts'
import { placeSentence } from './place-sentence.ts'

const modelsRoute = createRoute({
  method: 'get',
  path: '/v1/models',
  summary: 'Die Modelle für OpenAI-Clients: eines, es heißt fundstelle',
  responses: {
    200: {
      description: 'Die Liste',
      content: {
        'application/json': {
          schema: z.object({ object: z.string(), data: z.array(z.looseObject({ id: z.string() })) }),
        },
      },
    },
    ...problemResponses,
  },
})

const chatRoute = createRoute({
  method: 'post',
  path: '/v1/chat/completions',
  summary: 'Fragen wie bei OpenAI: dieselbe geprüfte Antwort wie unter /v1/questions',
  description:
    'Für Programme, die OpenAI sprechen (Open WebUI, der Client openai). content ist die Antwort mit ihren Fundstellen ' +
    'als Markdown; fundstelle (im Strom: am letzten Stück) ist die ganze Antwort wie bei /v1/questions. Text kommt im ' +
    'Strom erst, wenn er geprüft ist. Nur die letzte Nachricht wird beantwortet, eine Nachfrage („und bei …?“) zusammen mit der Frage davor; Systemnachrichten und Einstellungen ' +
    'eines Modells haben keine Wirkung. Aufträge von Open WebUI für Titel, Schlagwörter und Folgefragen beantwortet ' +
    'eine feste Regel, sie werden nicht gespeichert; fundstelle ist dann null.',
  middleware: readJson,
  request: { body: { required: true, content: { 'application/json': { schema: chatIn } } } },
  responses: {
    200: {
      description: 'chat.completion, mit "stream": true die Stücke davon',
      content: {
        'application/json': { schema: z.looseObject({ object: z.string(), fundstelle: answerOut.nullable() }) },
        'text/event-stream': { schema: z.string() },
      },
    },
    ...problemResponses,
  },
})

const notUsed = 'Frühere Nachrichten dieser Unterhaltung wurden nicht herangezogen.'

/** What is said, and the answer it is made of; null for a reply that is none. */
interface Reply {
  content: string
  fundstelle: AnswerJson | null
}

/** The door for OpenAI clients: `/v1/models` and `/v1/chat/completions`. */
export function addOpenAi(api: Api, service: Service, options: Pick<ApiOptions, 'territory'> & { gate: Gate }): void {
  api.openapi(modelsRoute, (c) =>
    c.json({ object: 'list', data: [{ id: modelName, object: 'model', created: 0, owned_by: modelName }] }, 200),
  )

  api.openapi(chatRoute, async (c) => {
    const body = c.req.valid('json')
    const { owner } = c.get('caller')
    const reply = prepareReply(body, service, options, owner)
    const [id, created] = [`chatcmpl-${randomUUID()}`, Math.floor(Date.now() / 1000)]
    if (body.stream) return streamReply(c, reply, id, created)
    try {
      const { content, ...extension } = await reply.work(c.req.raw.signal, () => {})
      return c.json(completion(id, created, content, extension), 200)
    } finally {
      reply.leave()
    }
  })
}

/** A question that was let in, until it leaves. */
interface PreparedReply {
  work: (signal: AbortSignal, onEvent: (event: AnswerEvent) => void) => Promise<Reply>
  leave: () => void
}

/** Refuses what is no question, and what is too many, before a stream is begun. */
function prepareReply(
  body: ChatRequest,
  service: Service,
  { territory, gate }: { territory: string; gate: Gate },
  owner: string,
): PreparedReply {
  const { text, earlier, ignored } = questionOf(body)
  const housekeeping = answerHousekeeping(text)
  if (housekeeping !== null) return { work: async () => ({ content: housekeeping, fundstelle: null }), leave: () => {} }
  requireReady(service)
  const { asOf, style, ...place } = body.fundstelle ?? { style: 'short' }
  const question: Question = {
    text,
    asOf: asOf ?? today(),
    territory: place.territory ?? territory,
    style,
    kinds: null,
  }
  const work: PreparedReply['work'] = async (signal, onEvent) => {
    const answer = await service.ask({ question, earlier, owner, signal, onEvent })
    const unused = earlier === null || answer.rewritten ? ignored : [notUsed, ...ignored]
    return { content: answerMarkdown(answer, unused), fundstelle: toAnswerJson(answer) }
  }
  return { work, leave: gate.enter(owner) }
}

function streamReply(c: Context<ApiEnv>, { work, leave }: PreparedReply, id: string, created: number): Response {
  return eventStream(c, {
    run: async (stream, signal) => {
      await send(stream, openingChunk(id, created))
      const { content, ...extension } = await work(signal, (event) => void sayPlace(stream, event))
      for (const chunk of contentChunks(id, created, content)) await send(stream, chunk)
      await send(stream, closingChunk(id, created, extension))
      await stream.writeSSE({ data: '[DONE]' })
    },
    fail: (stream, problem) => send(stream, { error: openAiError(problem) }),
    close: leave,
  })
}

/** OpenAI's protocol has no word for waiting: a comment, which clients pass over and a person at the wire can read. */
async function sayPlace(stream: SSEStreamingApi, event: AnswerEvent): Promise<void> {
  if (event.type === 'queue') await stream.write(`: ${placeSentence(event)}\n\n`)
}

async function send(stream: SSEStreamingApi, data: object): Promise<void> {
  await stream.writeSSE({ data: JSON.stringify(data) })
}
