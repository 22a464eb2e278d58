import type { Context } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import type { ApiEnv } from './api-env.ts'
import { type ProblemError } from './problem-error.ts'
import { asProblemError } from './problem.ts'

/** Proxies close a connection on which nothing is said; a model may think longer than they wait. */
const heartbeatMs = 15_000

interface Streaming {
  /** Writes the events. `signal` is aborted when the client goes. */
  run: (stream: SSEStreamingApi, signal: AbortSignal) => Promise<void>
  /** Tells the client what went wrong; not called where it has gone. */
  fail: (stream: SSEStreamingApi, problem: ProblemError) => Promise<void>
  /** Called at the end, however it ended. */
  close?: () => void
}

/** A stream of server-sent events with a heartbeat, whose work ends when the client goes. */
export function eventStream(c: Context<ApiEnv>, { run, fail, close }: Streaming): Response {
  const abort = new AbortController()
  c.req.raw.signal.addEventListener('abort', () => abort.abort())
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => abort.abort())
    const heartbeat = setInterval(() => void stream.write(': …\n\n'), heartbeatMs)
    try {
      await run(stream, abort.signal)
    } catch (error) {
      if (!abort.signal.aborted) await fail(stream, asProblemError(error))
    } finally {
      clearInterval(heartbeat)
      close?.()
    }
  })
}
