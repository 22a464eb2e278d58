import { createRoute, z } from '@hono/zod-openapi'
import { today } from '../law/day.ts'
import type { Api } from './api-env.ts'
import { fullDocumentOut, historyOut, normEntryOut } from './library-schema.ts'
import { ProblemError } from './problem-error.ts'
import { asOfIn, dayOut, problemResponses } from './schemas.ts'
import type { Service } from './service.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/v1/documents',
  summary: 'Die vorhandenen Dokumente, nach Kennung geordnet',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      after: z.string().optional().openapi({ description: 'next der vorigen Seite' }),
    }),
  },
  responses: {
    200: {
      description: 'Eine Seite der Liste',
      content: {
        'application/json': {
          schema: z.object({
            documents: z.array(fullDocumentOut),
            next: z.string().nullable().openapi({ description: 'Für after der nächsten Seite; null: keine weitere.' }),
          }),
        },
      },
    },
    ...problemResponses,
  },
})

const historyRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}',
  summary: 'Ein Dokument mit seinen Fassungen',
  request: { params: z.object({ id: z.string().openapi({ example: 'gii:aufenthg_2004' }) }) },
  responses: {
    200: { description: 'Fassungen, die älteste zuerst', content: { 'application/json': { schema: historyOut } } },
    ...problemResponses,
  },
})

const outlineRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/norms',
  summary: 'Die Normen eines Dokuments an einem Tag',
  request: { params: z.object({ id: z.string() }), query: z.object({ asOf: asOfIn }) },
  responses: {
    200: {
      description: 'Normen in der Reihenfolge des Gesetzes',
      content: { 'application/json': { schema: z.object({ asOf: dayOut, norms: z.array(normEntryOut) }) } },
    },
    ...problemResponses,
  },
})

export function addDocuments(api: Api, service: Service): void {
  api.openapi(listRoute, async (c) => {
    const { limit, after = null } = c.req.valid('query')
    const documents = await service.listDocuments({ after, limit })
    const next = documents.length < limit ? null : (documents.at(-1)?.id ?? null)
    return c.json({ documents, next }, 200)
  })

  api.openapi(historyRoute, async (c) => {
    const { id } = c.req.valid('param')
    const history = await service.documentHistory(id)
    if (!history) throw unknownDocument(id)
    return c.json(history, 200)
  })

  api.openapi(outlineRoute, async (c) => {
    const { id } = c.req.valid('param')
    const { asOf = today() } = c.req.valid('query')
    const norms = await service.outline(id, asOf)
    if (!norms) throw unknownDocument(id)
    return c.json({ asOf, norms }, 200)
  })
}

export function unknownDocument(id: string): ProblemError {
  return new ProblemError(
    'unknown-document',
    `Ein Dokument "${id}" ist nicht vorhanden; die Liste steht unter /v1/documents.`,
  )
}
