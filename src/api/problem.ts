import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { IntakeError, type IntakeFault } from '../law/intake.ts'
import { DatabaseFullError } from '../store/database-full-error.ts'
import { DatabaseGoneError } from '../store/database-gone-error.ts'
import type { ApiEnv } from './api-env.ts'
import { ProblemError, problems, type ProblemSlug } from './problem-error.ts'

/** Problem object of RFC 9457; `type` is stable, title and detail are German. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  [member: string]: unknown
}

export function toProblem(error: ProblemError): Problem {
  const { status, title } = problems[error.slug]
  return { type: `urn:fundstelle:problem:${error.slug}`, title, status, detail: error.detail, ...error.members }
}

export function problemResponse(c: Context<ApiEnv>, error: ProblemError): Response {
  const problem = { ...toProblem(error), requestId: c.get('requestId') }
  const headers = { ...error.headers, 'Content-Type': 'application/problem+json; charset=utf-8' }
  return c.body(JSON.stringify(problem), problems[error.slug].status, headers)
}

const slugOf: Record<IntakeFault, ProblemSlug> = {
  unknown: 'unknown-upload',
  too_large: 'body-too-large',
  unusable: 'unusable-file',
  not_now: 'not-possible-now',
  no_space: 'no-space',
}

/** Names what went wrong for the caller. What is not known here is our fault, and says nothing of the inside. */
export function asProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof HTTPException) return fromHttpException(error)
  if (error instanceof IntakeError) return new ProblemError(slugOf[error.fault], error.message, { cause: error })
  if (error instanceof DatabaseGoneError)
    return new ProblemError('database-unavailable', 'Bitte in einigen Sekunden noch einmal versuchen.', {
      headers: { 'Retry-After': '5' },
      cause: error,
    })
  if (error instanceof DatabaseFullError)
    return new ProblemError('database-full', 'Die Administration muss Platz schaffen; Lesen und Suchen gehen weiter.', {
      headers: { 'Retry-After': '60' },
      cause: error,
    })
  const detail = 'Bitte noch einmal versuchen. Bleibt der Fehler, der Administration die Kennung (requestId) nennen.'
  return new ProblemError('internal', detail, { cause: error })
}

/** The libraries below the routes complain in English; these are the complaints they have. */
function fromHttpException(error: HTTPException): ProblemError {
  if (error.status === 415)
    return new ProblemError('unsupported-media-type', 'Bitte JSON mit "Content-Type: application/json" senden.')
  if (error.status === 400) return new ProblemError('malformed-body', 'Bitte gültiges JSON in UTF-8 senden.')
  return new ProblemError('internal', 'Bitte noch einmal versuchen.', { cause: error })
}
