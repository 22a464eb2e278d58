import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ApiEnv } from '../../src/api/api-env.ts'
import { originGuard } from '../../src/api/origin-guard.ts'
import { ProblemError, problems } from '../../src/api/problem-error.ts'
import { securityHeaders } from '../../src/api/security-headers.ts'
import { addItems } from './add-items.ts'
import { addSignIn } from './add-sign-in.ts'
import type { ReviewSession } from './review-session.ts'

const assets: Record<string, string> = { 'review.css': 'text/css', 'review.js': 'text/javascript' }

/** The pages of a blind review, for people at this machine. Nothing on them says which system answered. */
export function reviewApp(session: ReviewSession): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  app.use(securityHeaders, originGuard({ loopbackOnly: true }), bodyLimit({ maxSize: 256 * 1024 }))
  app.onError((error, c) => {
    if (error instanceof ProblemError) return c.text(error.message, problems[error.slug].status)
    console.error(error)
    return c.text(
      'Das Urteil konnte nicht gespeichert oder gezeigt werden; Näheres steht, wo die Seite gestartet wurde.',
      500,
    )
  })
  for (const [name, type] of Object.entries(assets)) {
    const body = readFileSync(new URL(`pages/${name}`, import.meta.url), 'utf8')
    app.get(`/${name}`, (c) => c.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` }))
  }
  addSignIn(app, session)
  addItems(app, session)
  return app
}
