import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { ApiEnv } from '../../src/api/api-env.ts'
import { type Reviewer, reviewerSchema } from './judgement.ts'
import { overviewPage, signInPage } from './pages/start-pages.ts'
import { isJudged, type Part, type ReviewSession } from './review-session.ts'

const cookieName = 'reviewer'
const parts: { part: Part; title: string; explained: string }[] = [
  {
    part: 'einzeln',
    title: 'Einzelne Antworten',
    explained: 'Jede Antwort für sich: richtig, teilweise richtig, falsch oder gefährlich.',
  },
  {
    part: 'vergleich',
    title: 'Zwei Antworten im Vergleich',
    explained: 'Zwei Antworten auf dieselbe Frage: Welche hilft in der Sache besser?',
  },
]

/** Who judges is asked once and kept in a cookie; it is a name to sort judgements by, not a login. */
export function addSignIn(app: Hono<ApiEnv>, session: ReviewSession): void {
  app.get('/', (c) => {
    const reviewer = reviewerOf(c)
    if (!reviewer) return c.html(signInPage(null))
    const judged = session.judgedBy(reviewer.reviewer)
    const shown = parts.flatMap((each) => {
      const items = session.itemsOf(reviewer.reviewer, each.part)
      const done = items.filter((item) => isJudged(judged, item)).length
      return items.length === 0 ? [] : [{ ...each, done, total: items.length }]
    })
    return c.html(overviewPage(reviewer, shown, judged.length > 0))
  })

  app.post('/anmelden', async (c) => {
    const reviewer = reviewerSchema.safeParse(await c.req.parseBody())
    if (!reviewer.success)
      return c.html(signInPage('Bitte ein Pseudonym aus Buchstaben und Ziffern und eine Rolle angeben.'), 422)
    const { reviewer: name, role } = reviewer.data
    const known = session.roleOf(name)
    if (known !== null && known !== role)
      return c.html(signInPage('Unter diesem Pseudonym wurde schon in einer anderen Rolle geurteilt.'), 422)
    setCookie(c, cookieName, `${role}.${name}`, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.redirect('/', 303)
  })

  app.post('/abmelden', (c) => {
    deleteCookie(c, cookieName, { path: '/' })
    return c.redirect('/', 303)
  })
}

export function reviewerOf(c: Context<ApiEnv>): Reviewer | null {
  const [role, reviewer] = getCookie(c, cookieName)?.split('.') ?? []
  return reviewerSchema.safeParse({ role, reviewer }).data ?? null
}
