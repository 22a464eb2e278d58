import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ApiEnv } from './api-env.ts'
import { ProblemError } from './problem-error.ts'

const bodyBytesMax = 256 * 1024

const limit = bodyLimit({
  maxSize: bodyBytesMax,
  onError: () => {
    throw new ProblemError('body-too-large', `Eine Anfrage hat höchstens ${bodyBytesMax / 1024} kB; bitte aufteilen.`)
  },
})

/** Before validation: a body is JSON in valid UTF-8 and of bounded size. Invalid bytes are refused, never replaced. */
export const readJson: MiddlewareHandler<ApiEnv>[] = [
  async (c, next) => {
    const mediaType = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    if (mediaType !== 'application/json')
      throw new ProblemError('unsupported-media-type', 'Bitte JSON mit "Content-Type: application/json" senden.')
    await next()
  },
  async (c, next) => {
    await limit(c, next)
  },
  async (c, next) => {
    checkJson(await c.req.arrayBuffer())
    await next()
  },
]

function checkJson(bytes: ArrayBuffer): void {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ProblemError('malformed-body', 'Der Inhalt ist kein gültiges UTF-8; bitte als UTF-8 senden.', { cause })
  }
  try {
    JSON.parse(text)
  } catch (cause) {
    throw new ProblemError('malformed-body', 'Der Inhalt ist kein gültiges JSON; bitte Klammern und Kommas prüfen.', {
      cause,
    })
  }
}
