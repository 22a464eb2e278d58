import type { Context } from 'hono'
import { setTimeout as wait } from 'node:timers/promises'
import { isSettled, type Upload } from '../law/intake.ts'
import type { ApiEnv } from './api-env.ts'
import { eventStream } from './event-stream.ts'
import { toProblem } from './problem.ts'

const pollMs = 500

/** Tells each change of an upload as event `upload` until it is read; `gone` where somebody removed it. */
export function watchUpload(c: Context<ApiEnv>, first: Upload, find: () => Promise<Upload | null>): Response {
  return eventStream(c, {
    run: async (stream, signal) => {
      let told = ''
      for (let upload: Upload | null = first; ; upload = await find()) {
        const data = JSON.stringify(upload)
        if (upload === null) return stream.writeSSE({ event: 'gone', data })
        if (data !== told) await stream.writeSSE({ event: 'upload', data })
        if (isSettled(upload.state)) return
        told = data
        await wait(pollMs, undefined, { signal })
      }
    },
    fail: (stream, problem) =>
      stream.writeSSE({
        event: 'error',
        data: JSON.stringify({ ...toProblem(problem), requestId: c.get('requestId') }),
      }),
  })
}
