import { createRoute, z } from '@hono/zod-openapi'
import { today } from '../law/day.ts'
import { laender } from '../law/territory.ts'
import type { Api, ApiOptions } from './api-env.ts'
import { embeddingOut, sourceOut } from './library-schema.ts'
import { dayOut, problemResponses } from './schemas.ts'
import type { Service } from './service.ts'

const corpusOut = { corpusState: z.string(), freshest: dayOut.nullable(), invented: z.boolean() }

const sourcesRoute = createRoute({
  method: 'get',
  path: '/v1/sources',
  summary: 'Woher die Texte sind und wie frisch',
  responses: {
    200: {
      description: 'Je Quelle ein Eintrag',
      content: {
        'application/json': {
          schema: z.object({ ...corpusOut, embedding: embeddingOut, sources: z.array(sourceOut) }),
        },
      },
    },
    ...problemResponses,
  },
})

const settingsRoute = createRoute({
  method: 'get',
  path: '/v1/settings',
  summary: 'Was eine Oberfläche wissen muss: Voreinstellungen, Modell, Bestand',
  responses: {
    200: {
      description: 'Voreinstellungen',
      content: {
        'application/json': {
          schema: z.object({
            ...corpusOut,
            today: dayOut,
            territory: z.string(),
            territories: z.array(z.object({ code: z.string(), name: z.string() })),
            model: z.object({ name: z.string() }).nullable(),
          }),
        },
      },
    },
    ...problemResponses,
  },
})

export function addSources(api: Api, service: Service, options: Pick<ApiOptions, 'territory'>): void {
  const territories = [{ code: 'DE', name: 'Bund' }, ...laender.map(({ code, name }) => ({ code, name }))]

  api.openapi(sourcesRoute, async (c) => {
    const [corpus, embedding, sources] = [await service.corpus(), await service.embedding(), await service.sources()]
    return c.json({ ...corpus, embedding, sources }, 200)
  })

  api.openapi(settingsRoute, async (c) => {
    const corpus = await service.corpus()
    const { territory } = options
    return c.json({ ...corpus, today: today(), territory, territories, model: service.model() }, 200)
  })
}
