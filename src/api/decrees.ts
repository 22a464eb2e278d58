import { createRoute, z } from '@hono/zod-openapi'
import { relationProblems } from '../law/decrees-to-check.ts'
import { today } from '../law/day.ts'
import type { Api } from './api-env.ts'
import { flagOut } from './flag-schema.ts'
import { ProblemError } from './problem-error.ts'
import { asOfIn, dayOut, problemResponses } from './schemas.ts'
import type { Service } from './service.ts'

const named = { documentId: z.string(), abbreviation: z.string(), title: z.string(), territory: z.string() }

const flaggedOut = z
  .object({
    ...named,
    flags: z.array(
      flagOut.extend({
        section: z.string().nullable().openapi({ description: 'Nur dieser Abschnitt; null: das Ganze.' }),
      }),
    ),
  })
  .openapi('FlaggedDecree')

const unclearOut = z
  .object({
    ...named,
    kind: z.enum(['amends', 'replaces', 'repeals', 'valid_until']),
    text: z.string().openapi({ description: 'Wie es dort geschrieben steht.' }),
    problem: z.enum(relationProblems),
    message: z.string(),
  })
  .openapi('UnclearRelation')

const flaggedRoute = createRoute({
  method: 'get',
  path: '/v1/decrees/flagged',
  summary: 'Erlasse und Papiere, die jemand prüfen sollte (nur für Redaktion und Administration)',
  description:
    'flagged: was an dem Tag gilt und von einer Gesetzesänderung oder einem ändernden Erlass überholt ist. unclear: „hebt auf“, ' +
    '„ersetzt“, „ändert“, „gilt bis“, die keine Wirkung haben, weil nicht sicher ist, was gemeint ist.',
  request: { query: z.object({ asOf: asOfIn }) },
  responses: {
    200: {
      description: 'Beide Listen, nach Dokument geordnet',
      content: {
        'application/json': {
          schema: z.object({ asOf: dayOut, flagged: z.array(flaggedOut), unclear: z.array(unclearOut) }),
        },
      },
    },
    ...problemResponses,
  },
})

export function addDecrees(api: Api, service: Service): void {
  api.openapi(flaggedRoute, async (c) => {
    if (c.get('caller').role === 'reader')
      throw new ProblemError('staff-only', 'Bitte einen Schlüssel der Redaktion oder der Administration benutzen.')
    return c.json(await service.decreesToCheck(c.req.valid('query').asOf ?? today()), 200)
  })
}
