import { createRoute, z } from '@hono/zod-openapi'
import { changeKinds, type ChangedAnswer } from '../law/changed-answer.ts'
import { germanDay, today } from '../law/day.ts'
import type { Api } from './api-env.ts'
import { ProblemError } from './problem-error.ts'
import { dayOut, problemResponses } from './schemas.ts'
import type { Service } from './service.ts'

const changedOut = z
  .object({
    id: z.string(),
    createdAt: z.string(),
    asOf: dayOut,
    question: z.string().openapi({ description: 'Leer, sobald die Frage vergessen ist.' }),
    message: z.string(),
    citations: z.array(
      z.object({
        number: z.number(),
        label: z.string(),
        how: z.enum(changeKinds),
        onItsDay: z.boolean().openapi({
          description: 'Wahr: auch für den Tag, nach dem gefragt war, liegt jetzt ein anderer Text vor.',
        }),
      }),
    ),
  })
  .openapi('ChangedAnswer')

const changedRoute = createRoute({
  method: 'get',
  path: '/v1/answers/changed',
  summary: 'Eigene Antworten, deren Fundstellen inzwischen anders lauten',
  description:
    'Gegen den Bestand von jetzt, also auch gleich nach jedem Einlesen oder Zurückziehen; die neuesten 200. Was schon anders ' +
    'lautete, als die Antwort gegeben wurde, zählt nicht.',
  responses: {
    200: {
      description: 'Die neueste zuerst',
      content: { 'application/json': { schema: z.object({ asOf: dayOut, answers: z.array(changedOut) }) } },
    },
    ...problemResponses,
  },
})

const countRoute = createRoute({
  method: 'get',
  path: '/v1/answers/changed/count',
  summary: 'Wie viele Antworten aller auf geänderten Fundstellen stehen (nur für die Administration)',
  description: 'Zwei Zahlen; wessen Antworten es sind und wovon sie handeln, sagt nichts und niemand.',
  responses: {
    200: {
      description: 'Die Zahlen',
      content: {
        'application/json': { schema: z.object({ asOf: dayOut, answers: z.number(), changed: z.number() }) },
      },
    },
    ...problemResponses,
  },
})

/** Before `/v1/answers/{id}`, which would take `changed` for an id. */
export function addChangedAnswers(api: Api, service: Service): void {
  api.openapi(changedRoute, async (c) => {
    const asOf = today()
    const answers = await service.changedAnswers(c.get('caller').owner, asOf)
    return c.json({ asOf, answers: answers.map((answer) => ({ ...answer, message: messageOn(answer) })) }, 200)
  })

  api.openapi(countRoute, async (c) => {
    if (c.get('caller').role !== 'administrator')
      throw new ProblemError('administrators-only', 'Bitte einen Schlüssel der Administration benutzen.')
    const asOf = today()
    return c.json({ asOf, ...(await service.countChangedAnswers(asOf)) }, 200)
  })
}

function messageOn({ asOf, citations }: ChangedAnswer): string {
  if (citations.some(({ how }) => how === 'withdrawn'))
    return 'Ein Dokument, auf dem die Antwort steht, wurde aus der Sammlung zurückgezogen.'
  return citations.some(({ onItsDay }) => onItsDay)
    ? `Auch für den ${germanDay(asOf)}, nach dem gefragt war, liegt jetzt ein anderer Text vor.`
    : `Gilt für den ${germanDay(asOf)}, nach dem gefragt war, weiter; heute anders.`
}
