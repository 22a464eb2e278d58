import type { Context } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { toAnswerJson } from '../law/answer-json.ts'
import type { Answer, AnswerEvent } from '../law/answer.ts'
import { toHit } from '../law/hit.ts'
import type { ApiEnv } from './api-env.ts'
import { asProblemError, toProblem } from './problem.ts'

/** Proxies close a connection on which nothing is said; a model may think longer than they wait. */
const heartbeatMs = 15_000

type Ask = (onEvent: (event: AnswerEvent) => void, signal: AbortSignal) => Promise<Answer>

/**
 * Server-sent events of one answer in the making: `passages` `{ hits }`, `claim` `{ claim, citations }`, `removed`,
 * then `answer` (the whole response) or `error` (a problem object). When the client goes, the work is aborted.
 */
export function streamAnswer(c: Context<ApiEnv>, ask: Ask): Response {
  const abort = new AbortController()
  c.req.raw.signal.addEventListener('abort', () => abort.abort())
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => abort.abort())
    const heartbeat = setInterval(() => void stream.write(': …\n\n'), heartbeatMs)
    try {
      const answer = await ask((event) => void sendEvent(stream, event), abort.signal)
      await send(stream, 'answer', toAnswerJson(answer))
    } catch (error) {
      if (!abort.signal.aborted)
        await send(stream, 'error', { ...toProblem(asProblemError(error)), requestId: c.get('requestId') })
    } finally {
      clearInterval(heartbeat)
    }
  })
}

async function sendEvent(stream: SSEStreamingApi, event: AnswerEvent): Promise<void> {
  switch (event.type) {
    case 'passages':
      return send(stream, 'passages', { hits: event.passages.map(toHit) })
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
