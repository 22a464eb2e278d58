import type { Context } from 'hono'
import type { SSEStreamingApi } from 'hono/streaming'
import { toAnswerJson } from '../law/answer-json.ts'
import type { AnswerEvent } from '../law/answer-event.ts'
import type { Answer } from '../law/answer.ts'
import { toHit } from '../law/hit.ts'
import type { ApiEnv } from './api-env.ts'
import { eventStream } from './event-stream.ts'
import { toProblem } from './problem.ts'

type Ask = (onEvent: (event: AnswerEvent) => void, signal: AbortSignal) => Promise<Answer>

/**
 * Server-sent events of one answer in the making: `passages` `{ hits }`, `queue` `{ position, waiting }` where the model
 * has too much to do, `claim` `{ claim, citations }`, `removed`, then `answer` (the whole response) or `error` (a problem
 * object). When the client goes, the work is aborted. `close` is called at the end.
 */
export function streamAnswer(c: Context<ApiEnv>, ask: Ask, close: () => void): Response {
  return eventStream(c, {
    run: async (stream, signal) => {
      const answer = await ask((event) => void sendEvent(stream, event), signal)
      await send(stream, 'answer', toAnswerJson(answer))
    },
    fail: (stream, problem) => send(stream, 'error', { ...toProblem(problem), requestId: c.get('requestId') }),
    close,
  })
}

async function sendEvent(stream: SSEStreamingApi, event: AnswerEvent): Promise<void> {
  switch (event.type) {
    case 'passages':
      return send(stream, 'passages', { hits: event.passages.map(toHit) })
    case 'queue':
      return send(stream, 'queue', { position: event.position, waiting: event.waiting })
    case 'claim':
      return send(stream, 'claim', { claim: event.claim, citations: event.citations })
    case 'removed':
      return send(stream, 'removed', event.removed)
    case 'answer':
      // The whole answer goes out once, when it is stored and `ask` has returned it.
      return
  }
}

async function send(stream: SSEStreamingApi, event: string, data: unknown): Promise<void> {
  await stream.writeSSE({ event, data: JSON.stringify(data) })
}
