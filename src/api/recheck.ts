import { createRoute, z } from '@hono/zod-openapi'
import { removalReasons } from '../law/answer.ts'
import { citationStates } from '../law/citation-state.ts'
import { today } from '../law/day.ts'
import type { Api } from './api-env.ts'
import { diffPartsOut } from './library-schema.ts'
import { ownAnswer } from './own-answer.ts'
import { asOfIn, dayOut, linkOut, periodOut, problemResponses } from './schemas.ts'
import type { Service } from './service.ts'
import { wordDiff } from './word-diff.ts'

const citationOut = z.object({
  number: z.number(),
  label: z.string(),
  state: z.enum(citationStates).openapi({
    description:
      'context_changed: das Zitat steht noch da, sein Absatz lautet sonst anders; moved: wörtlich gleich an anderer Stelle ' +
      'der Norm; gone: nicht mehr in Kraft; withdrawn: das Dokument ist zurückgezogen.',
  }),
  message: z.string(),
  diff: z
    .array(diffPartsOut)
    .nullable()
    .openapi({ description: 'Unterschied nach Wörtern, von der zitierten Stelle zu ihrem Wortlaut an dem Tag.' }),
  now: z.object({ label: z.string(), sha256: z.string(), ...periodOut, ...linkOut }).nullable(),
})

const claimOut = z.object({
  text: z.string(),
  citations: z.array(z.number()),
  state: z.enum(['carried', 'no_longer', 'not_checked']),
  reason: z.enum(removalReasons).nullable(),
  detail: z.string().nullable(),
})

const recheckOut = z
  .object({
    answerId: z.string(),
    answerAsOf: dayOut,
    asOf: dayOut,
    verdict: z.enum(['holds', 'changed', 'no_longer']),
    message: z.string(),
    itsDay: z.object({ unchanged: z.boolean(), message: z.string() }),
    corpusState: z.object({ ofAnswer: z.string(), now: z.string() }),
    citations: z.array(citationOut),
    claims: z.array(claimOut),
  })
  .openapi('Recheck')

const recheckRoute = createRoute({
  method: 'post',
  path: '/v1/answers/{id}/recheck',
  summary: 'Hält eine eigene Antwort noch?',
  description:
    'Jede Fundstelle gegen dieselbe Norm an dem Tag (asOf; fehlt er: heute), jeder Satz nach den Regeln der Prüfung gegen das, ' +
    'was dort heute steht. Regeln vergleichen Wörter: carried heißt, dass nichts dagegen spricht. Die Antwort selbst bleibt, ' +
    'wie sie ist; itsDay sagt, ob sie für den Tag, nach dem gefragt war, weiter gilt.',
  request: { params: z.object({ id: z.string() }), query: z.object({ asOf: asOfIn }) },
  responses: {
    200: { description: 'Das Ergebnis', content: { 'application/json': { schema: recheckOut } } },
    ...problemResponses,
  },
})

export function addRecheck(api: Api, service: Service): void {
  api.openapi(recheckRoute, async (c) => {
    const answer = await ownAnswer(service, c.req.valid('param').id, c.get('caller').owner)
    const recheck = await service.recheck(answer, c.req.valid('query').asOf ?? today())
    const citations = recheck.citations.map(({ before, after, ...citation }) => {
      const differs = before !== null || after !== null
      return { ...citation, diff: differs ? wordDiff(before ?? '', after ?? '') : null }
    })
    return c.json({ ...recheck, citations }, 200)
  })
}
