import { ReplyLimitError } from './reply-limit-error.ts'

export interface ModelFetchLimits {
  /** Only addresses below this one are ever contacted. */
  url: string
  /** Sent as bearer token; null: none is sent. */
  key: string | null
  /** From the request to the last byte. */
  timeoutMs: number
  /** Longest silence between two pieces of a body that has begun. */
  idleMs: number
  /** Largest body, in bytes. */
  maxBytes: number
  /** Kept up to date for a caller who wants to know how far a reply came. */
  progress?: ReplyProgress
}

/** How far a reply has come. */
export interface ReplyProgress {
  /** True once there were headers. */
  answered: boolean
  /** Milliseconds on the clock of `performance.now()`; null while the body has not begun. */
  lastByteAt: number | null
}

/**
 * A `fetch` for a model library that talks to one configured address and to nothing else: no redirects, no headers
 * beyond content type and key (the library would add its own and such from the environment), and bodies that are
 * bounded in time, silence and size.
 * Rejects with a `ReplyLimitError` for silence and size, with the signal's reason for time, else as `fetch` does.
 */
export function modelFetch(limits: ModelFetchLimits): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    if (!address.startsWith(limits.url)) {
      throw new TypeError(`${address} liegt nicht unter der eingestellten Modelladresse ${limits.url}.`)
    }
    const signals = [AbortSignal.timeout(limits.timeoutMs), ...(init?.signal ? [init.signal] : [])]
    const response = await fetch(address, {
      method: init?.method ?? 'GET',
      body: init?.body ?? null,
      headers: ownHeaders(limits.key),
      redirect: 'error',
      signal: AbortSignal.any(signals),
    })
    if (limits.progress) limits.progress.answered = true
    if (!response.body) return response
    const { status, statusText, headers } = response
    return new Response(boundedBody(response.body, limits), { status, statusText, headers })
  }
}

/** Model addresses are written with or without `/v1` and `/chat/completions`; the libraries want the part before. */
export function baseUrl(url: string): string {
  const trimmed = url.replace(/\/+$/, '').replace(/\/(chat\/completions|embeddings|models)$/, '')
  return new URL(trimmed).pathname === '/' ? `${trimmed}/v1` : trimmed
}

function ownHeaders(key: string | null): Record<string, string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  return key === null ? headers : { ...headers, authorization: `Bearer ${key}` }
}

/** The body again, ended with an error when it falls silent after its first piece or grows too large. */
function boundedBody(body: ReadableStream<Uint8Array>, limits: ModelFetchLimits): ReadableStream {
  const { idleMs, maxBytes, progress } = limits
  const reader = body.getReader()
  let bytes = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await (bytes === 0 ? reader.read() : withinSilence(reader.read(), idleMs))
        if (done) return controller.close()
        bytes += value.byteLength
        if (progress) progress.lastByteAt = performance.now()
        if (bytes > maxBytes) throw new ReplyLimitError('size', maxBytes)
        controller.enqueue(value)
      } catch (error) {
        // Closes the connection, so that the endpoint stops working for nobody.
        reader.cancel(error).catch(() => undefined)
        throw error
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

async function withinSilence<T>(read: Promise<T>, idleMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ReplyLimitError('silence', idleMs)), idleMs)
  })
  try {
    return await Promise.race([read, silence])
  } finally {
    clearTimeout(timer)
  }
}
