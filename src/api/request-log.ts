import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { ApiEnv } from './api-env.ts'
import { asProblemError } from './problem.ts'

/**
 * One JSON line per request. Questions can be personal: so the route's pattern, never the address or its query; and
 * of an error its name, code and place, never its message, which may quote what was sent.
 */
export function requestLog(write: (line: string) => void): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const began = performance.now()
    await next()
    const line = {
      time: new Date().toISOString(),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.req.raw.signal.aborted ? 499 : c.res.status,
      ms: Math.round(performance.now() - began),
      requestId: c.get('requestId'),
    }
    write(JSON.stringify(c.error && c.res.status >= 500 ? { ...line, error: errorFacts(c.error) } : line))
  }
}

function errorFacts(error: Error): { name: string; code: string | null; at: string[] } {
  const { cause } = asProblemError(error)
  const origin = cause instanceof Error ? cause : error
  const code = 'code' in origin && typeof origin.code === 'string' ? origin.code : null
  const at = (origin.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: origin.name, code, at: at.slice(0, 5).map((line) => line.trim()) }
}
