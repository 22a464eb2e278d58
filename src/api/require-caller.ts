import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './api-env.ts'
import type { Identify } from './identity.ts'
import { KeysFileError } from './keys-file-error.ts'
import { ProblemError } from './problem-error.ts'

/**
 * Lets nobody unknown past, wherever they go, except to `publicPaths`. The list names what is open, not what is
 * closed: a path written oddly (`//v1`, `/V1`, `%2F`) is not on it, so it can never slip through.
 */
export function requireCaller(identify: Identify, publicPaths: ReadonlySet<string>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (publicPaths.has(c.req.path)) return next()
    const caller = await identify(c.req.raw.headers).catch(refuse)
    if (!caller)
      throw new ProblemError('unauthorized', 'Bitte den Zugangsschlüssel als "Authorization: Bearer …" mitsenden.', {
        headers: { 'WWW-Authenticate': 'Bearer' },
      })
    c.set('caller', caller)
    return next()
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof KeysFileError)) throw error
  const detail = 'Die Administration muss die Schlüsseldatei in Ordnung bringen; bis dahin kommt niemand hinein.'
  throw new ProblemError('keys-unreadable', detail, { cause: error, headers: { 'Retry-After': '60' } })
}
