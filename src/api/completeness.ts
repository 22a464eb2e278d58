import { createRoute, z } from '@hono/zod-openapi'
import type { Api } from './api-env.ts'
import { requireStaff } from './require-staff.ts'
import { problemResponses } from './schemas.ts'
import type { Service } from './service.ts'

const completenessOut = z
  .object({
    corpusState: z.string(),
    complete: z.boolean(),
    gaps: z.array(
      z.object({ rule: z.string(), message: z.string(), count: z.number(), examples: z.array(z.string()) }),
    ),
  })
  .openapi('Completeness')

const completenessRoute = createRoute({
  method: 'get',
  path: '/v1/health/completeness',
  summary: 'Ob die Sammlung vollständig ist (nur Redaktion und Administration)',
  description: 'Je Regel, was fehlt. Geprüft einmal je Stand der Sammlung.',
  responses: {
    200: { description: 'Vollständig', content: { 'application/json': { schema: completenessOut } } },
    503: { description: 'Etwas fehlt', content: { 'application/json': { schema: completenessOut } } },
    ...problemResponses,
  },
})

export function addCompleteness(api: Api, { upkeep }: Pick<Service, 'upkeep'>): void {
  api.openapi(completenessRoute, async (c) => {
    requireStaff(c.get('caller'))
    const completeness = await upkeep.completeness()
    return c.json(completeness, completeness.complete ? 200 : 503)
  })
}
