import { createRoute, z } from '@hono/zod-openapi'
import { correctionSchema } from '../law/correction.ts'
import type { Intake } from '../law/intake.ts'
import type { Api } from './api-env.ts'
import type { Caller } from './identity.ts'
import { readJson } from './read-json.ts'
import { requireAdministrator, requireStaff } from './require-staff.ts'
import { problemResponses } from './schemas.ts'
import { eventOut } from './upload-schema.ts'

const params = z.object({ id: z.string().openapi({ example: 'office:erlass.pdf' }) })
const done = {
  200: { description: 'Was geschehen ist', content: { 'application/json': { schema: eventOut } } },
  ...problemResponses,
}
const correctedOut = z.object({ event: eventOut, source: z.string().nullable() })
const staffOnly = ' (nur Redaktion und Administration)'
const who = ' (Papiere des Hauses: Redaktion und Administration; anderes: nur Administration)'

const withdrawRoute = createRoute({
  method: 'post',
  path: '/v1/ingest/documents/{id}/withdraw',
  summary: `Ein Dokument aus allen Antworten nehmen; gespeichert bleibt es${who}`,
  middleware: readJson,
  request: {
    params,
    body: {
      content: { 'application/json': { schema: z.strictObject({ reason: z.string().trim().min(1).max(1000) }) } },
      required: true,
    },
  },
  responses: done,
})
const correctRoute = createRoute({
  method: 'patch',
  path: '/v1/ingest/documents/{id}',
  summary: `Kopfdaten eines Papiers aus einem Ordner berichtigen; genannte Felder gehen vor dem Erkannten${staffOnly}`,
  description:
    'Gilt, sobald seine Quelle (source) wieder abgeglichen ist, auch wenn die Datei gleich bleibt, und bleibt, wenn sie ' +
    'sich ändert. Zurück mit …/undo. Hochgeladene Papiere: PATCH /v1/ingest/uploads/{id}.',
  middleware: readJson,
  request: { params, body: { content: { 'application/json': { schema: correctionSchema } }, required: true } },
  responses: {
    200: { description: 'Was vermerkt ist', content: { 'application/json': { schema: correctedOut } } },
    ...problemResponses,
  },
})
const undoRoute = createRoute({
  method: 'post',
  path: '/v1/ingest/documents/{id}/undo',
  summary: `Den letzten Schritt zurücknehmen: Berichtigung, Veröffentlichung, Zurückziehen${who}`,
  request: { params },
  responses: done,
})
const historyRoute = createRoute({
  method: 'get',
  path: '/v1/ingest/documents/{id}/history',
  summary: 'Wer wann was mit einem Dokument getan hat (nur Redaktion und Administration)',
  request: { params },
  responses: {
    200: {
      description: 'Das Älteste zuerst',
      content: { 'application/json': { schema: z.object({ events: z.array(eventOut) }) } },
    },
    ...problemResponses,
  },
})

export function addIngestHistory(api: Api, intake: Intake): void {
  api.openapi(withdrawRoute, async (c) => {
    const { id } = c.req.valid('param')
    requireChanger(c.get('caller'), id)
    return c.json(await intake.withdraw(id, c.req.valid('json').reason, c.get('caller').owner), 200)
  })
  api.openapi(correctRoute, async (c) => {
    requireStaff(c.get('caller'))
    const { id } = c.req.valid('param')
    return c.json(await intake.correctPaper(id, c.req.valid('json'), c.get('caller').owner), 200)
  })
  api.openapi(undoRoute, async (c) => {
    const { id } = c.req.valid('param')
    requireChanger(c.get('caller'), id)
    return c.json(await intake.undo(id, c.get('caller').owner), 200)
  })
  api.openapi(historyRoute, async (c) => {
    requireStaff(c.get('caller'))
    return c.json({ events: await intake.history(c.req.valid('param').id) }, 200)
  })
}

/** The law of publishers is no editor's to take away. */
function requireChanger(caller: Caller, documentId: string): void {
  requireStaff(caller)
  if (!documentId.startsWith('office:')) requireAdministrator(caller)
}
