import type { Hono } from 'hono'
import type { ApiEnv } from '../../src/api/api-env.ts'
import { reviewerOf } from './add-sign-in.ts'
import { blindFor } from './blind-text.ts'
import type { Reviewer, ReviewLine } from './judgement.ts'
import { readGrade, readPoints, readPreference } from './read-judgement.ts'
import type { Part, ReviewSession } from './review-session.ts'
import { showItem } from './show-item.ts'

/** The pages on which answers are judged, and what is sent from them. */
export function addItems(app: Hono<ApiEnv>, session: ReviewSession): void {
  const blind = blindFor(session.runs)

  for (const part of ['einzeln', 'vergleich'] as const) {
    app.get(`/${part}`, (c) => {
      const reviewer = reviewerOf(c)
      const page = reviewer && showItem(session, blind, reviewer, part, Number(c.req.query('nr')), null)
      return page ? c.html(page) : c.redirect('/', 303)
    })
    app.post(`/${part}`, async (c) => {
      const reviewer = reviewerOf(c)
      const fields = await c.req.parseBody()
      const found = reviewer && find(session, reviewer, part, fields['item'])
      if (!found) return c.redirect('/', 303)
      const { item, number } = found
      const revised = session.wasJudged(reviewer.reviewer, item)
      const line =
        item.kind === 'single'
          ? readGrade(fields, reviewer, item, revised)
          : readPreference(fields, reviewer, item, revised)
      if (line) {
        session.keep(item, line)
        return c.redirect(`/${part}?nr=${number}`, 303)
      }
      const page = showItem(session, blind, reviewer, part, number, 'Bitte noch auswählen, was fehlt.')
      return page ? c.html(page, 422) : c.redirect('/', 303)
    })
  }

  app.post('/aussagen', async (c) => {
    const reviewer = reviewerOf(c)
    const fields = await c.req.parseBody()
    const found = reviewer && find(session, reviewer, 'einzeln', fields['item'])
    if (found?.item.kind !== 'single' || !reviewer) return c.redirect('/', 303)
    session.keep(found.item, readPoints(fields, reviewer, found.item))
    return c.redirect(`/einzeln?nr=${found.number}`, 303)
  })

  app.post('/zurueck', (c) => {
    const reviewer = reviewerOf(c)
    const last = reviewer && session.judgedBy(reviewer.reviewer).at(-1)
    if (!last) return c.redirect('/', 303)
    const part = last.kind === 'preference' ? 'vergleich' : 'einzeln'
    const found = find(session, reviewer, part, last.item)
    if (!found) return c.redirect('/', 303)
    const { kind: undone, item, caseId, repeat } = last
    const line: ReviewLine = { kind: 'undo', undone, item, caseId, repeat, ...reviewer, at: new Date().toISOString() }
    session.keep(found.item, line)
    return c.redirect(`/${part}?nr=${found.number}`, 303)
  })
}

/** An item by its key, and its number in the reviewer's order, from 1. */
function find({ itemsOf }: ReviewSession, { reviewer }: Reviewer, part: Part, key: unknown) {
  const items = itemsOf(reviewer, part)
  const place = items.findIndex((item) => item.key === key)
  const item = items[place]
  return item ? { item, number: place + 1 } : null
}
