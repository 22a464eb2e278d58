import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './api-env.ts'
import { isLoopback } from './loopback.ts'
import { ProblemError } from './problem-error.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what a foreign web page makes a browser send. Where only loopback is served, the Host must be a loopback
 * name: a foreign name that resolves to 127.0.0.1 (DNS rebinding) is sent away. Writing requests must come from our
 * own page or from no page at all. A reverse proxy must hand on the Host header as it came.
 */
export function originGuard(options: { loopbackOnly: boolean }): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (options.loopbackOnly && !isLoopback(withoutPort(host)))
      throw new ProblemError('forbidden-origin', 'Bitte die Adresse benutzen, die der Dienst beim Start nennt.')
    if (!reading.has(c.req.method) && isForeign(host, c.req.header('sec-fetch-site'), c.req.header('origin')))
      throw new ProblemError('forbidden-origin', 'Bitte die Seite des Dienstes selbst öffnen und dort fragen.')
    await next()
  }
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '')
}

/** `Sec-Fetch-Site` is only sent over HTTPS and to localhost; elsewhere `Origin` must do. */
function isForeign(host: string, site: string | undefined, origin: string | undefined): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase()
}
