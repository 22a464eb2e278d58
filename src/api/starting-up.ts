import { randomUUID } from 'node:crypto'
import { toProblem } from './problem.ts'
import { ProblemError } from './problem-error.ts'
import type { Readiness } from './service.ts'

const retryAfterSeconds = '2'

/**
 * Answers while the library is still being opened and there is no API yet: the process is alive, not ready, and says
 * what it does. The page reloads itself without a script until the real one is there.
 */
export function startingUp(request: Request, readiness: Readiness): Response {
  switch (new URL(request.url).pathname) {
    case '/healthz':
      return reply('application/json', JSON.stringify({ alive: true }), 200)
    case '/readyz':
      return reply('application/json', JSON.stringify(readiness), 503)
    case '/':
      return reply('text/html; charset=utf-8', pageOf(readiness), 503, { Refresh: retryAfterSeconds })
    default:
      return reply('application/problem+json; charset=utf-8', JSON.stringify(problemOf(readiness)), 503)
  }
}

function reply(contentType: string, body: string, status: number, more: Record<string, string> = {}): Response {
  const headers = { 'Content-Type': contentType, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }
  const waiting = status === 503 ? { 'Retry-After': retryAfterSeconds } : {}
  return new Response(body, { status, headers: { ...headers, ...waiting, ...more } })
}

function problemOf({ progress }: Readiness): Record<string, unknown> {
  const detail = `${progress.step}. Bitte in einigen Sekunden noch einmal versuchen.`
  return { ...toProblem(new ProblemError('not-ready', detail, { members: { progress } })), requestId: randomUUID() }
}

/** `step` is a text of our own, never of a caller or a source. */
function pageOf({ progress }: Readiness): string {
  return `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Fundstelle startet</title>
  </head>
  <body>
    <h1>Fundstelle startet</h1>
    <p role="status">${progress.step}. Diese Seite lädt sich selbst neu, bis Fragen gestellt werden können.</p>
  </body>
</html>
`
}
