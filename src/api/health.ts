import { createRoute, z } from '@hono/zod-openapi'
import type { Api } from './api-env.ts'
import type { Service } from './service.ts'

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Der Prozess lebt (die Datenbank wird nicht gefragt)',
  responses: {
    200: { description: 'Er lebt', content: { 'application/json': { schema: z.object({ alive: z.literal(true) }) } } },
  },
})

const readinessOut = z
  .object({
    ready: z.boolean(),
    progress: z.object({ step: z.string(), done: z.number(), total: z.number().nullable() }),
  })
  .openapi('Readiness')

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Fragen können beantwortet werden',
  responses: {
    200: { description: 'Bereit', content: { 'application/json': { schema: readinessOut } } },
    503: { description: 'Noch nicht, mit dem Fortschritt', content: { 'application/json': { schema: readinessOut } } },
  },
})

export function addHealth(api: Api, service: Service): void {
  api.openapi(healthRoute, (c) => c.json({ alive: true as const }, 200))

  api.openapi(readyRoute, async (c) => {
    const readiness = service.readiness()
    if (!readiness.ready) return c.json(readiness, 503)
    const reachable = await service.corpus().then(
      () => true,
      () => false,
    )
    if (reachable) return c.json(readiness, 200)
    const progress = { step: 'Die Datenbank ist nicht erreichbar', done: 0, total: null }
    return c.json({ ready: false, progress }, 503, { 'Retry-After': '5' })
  })
}
