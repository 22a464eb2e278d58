import { createRoute, z } from '@hono/zod-openapi'
import { today } from '../law/day.ts'
import { toHit } from '../law/hit.ts'
import type { Api, ApiOptions } from './api-env.ts'
import { readJson } from './read-json.ts'
import { requireReady } from './require-ready.ts'
import { absencesOut, asOfIn, dayOut, hitOut, kindsIn, problemResponses, territoryIn } from './schemas.ts'
import type { Service } from './service.ts'

const searchRoute = createRoute({
  method: 'post',
  path: '/v1/search',
  summary: 'Fundstellen suchen',
  middleware: readJson,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            query: z
              .string()
              .max(20_000)
              .refine((text) => text.trim() !== '', 'Die Suche ist leer. Bitte Suchwörter oder eine Norm angeben.')
              .openapi({ example: 'Mindestgehalt Blaue Karte' }),
            asOf: asOfIn,
            territory: territoryIn,
            limit: z.int().min(1).max(100).default(20),
            kinds: kindsIn,
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'Fundstellen, die beste zuerst',
      content: {
        'application/json': {
          schema: z.object({ asOf: dayOut, tookMs: z.number(), hits: z.array(hitOut), absences: absencesOut }),
        },
      },
    },
    ...problemResponses,
  },
})

export function addSearch(api: Api, service: Service, options: Pick<ApiOptions, 'territory'>): void {
  api.openapi(searchRoute, async (c) => {
    requireReady(service)
    const { query, asOf = today(), territory = options.territory, limit, kinds = null } = c.req.valid('json')
    const began = performance.now()
    const { passages, absences } = await service.search({ text: query.trim(), asOf, territory, kinds, limit })
    const tookMs = Math.round(performance.now() - began)
    return c.json({ asOf, tookMs, hits: passages.map(toHit), absences }, 200)
  })
}
