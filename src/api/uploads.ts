import { createRoute, z } from '@hono/zod-openapi'
import { correctionSchema, judgedRelationSchema } from '../law/correction.ts'
import type { Intake, Upload } from '../law/intake.ts'
import type { Api } from './api-env.ts'
import { ProblemError } from './problem-error.ts'
import { readJson } from './read-json.ts'
import { requireStaff } from './require-staff.ts'
import { problemResponses } from './schemas.ts'
import { takeUpload } from './take-upload.ts'
import { formOut, previewOut, uploadOut } from './upload-schema.ts'
import { watchUpload } from './watch-upload.ts'

const one = '/v1/ingest/uploads/{id}'
const params = z.object({ id: z.string() })
const staffOnly = ' (nur Redaktion und Administration)'

function answers<T extends z.ZodType>(description: string, schema: T) {
  return { 200: { description, content: { 'application/json': { schema } } }, ...problemResponses }
}

const receiveRoute = createRoute({
  method: 'post',
  path: '/v1/ingest/uploads',
  summary: `Ein Papier hochladen${staffOnly}`,
  description:
    'Ein Formular (curl -F file=@Erlass.pdf -F file=@Anlage.docx …) mit bis zu 100 Dateien, zusammen höchstens 300 MB; die Antwort ' +
    'sagt für jede Datei, was aus ihr wurde. Oder die Datei selbst als Inhalt, ihr Name als ?name= (curl --data-binary @Erlass.pdf ' +
    '-H "Content-Type: application/octet-stream"). Eine Datei hat höchstens 100 MB: PDF, DOCX, ODT, RTF, HTML, E-Mail, Markdown, ' +
    'Text oder ein Zip davon. Gelesen wird danach; wie weit, sagen GET …/{id} und …/{id}/events. Dieselbe Datei noch einmal: 200 ' +
    'und was es schon gibt.',
  request: {
    query: z.object({
      name: z
        .string()
        .min(1)
        .max(1000)
        .optional()
        .openapi({ description: 'Ohne Formular: der Name der Datei.', example: 'Erlass.pdf' }),
    }),
  },
  responses: {
    ...answers('Liegt schon vor', z.union([uploadOut, formOut])),
    202: {
      description: 'Angenommen; von einem Formular mindestens eine Datei',
      content: { 'application/json': { schema: z.union([uploadOut, formOut]) } },
    },
  },
})
const listRoute = createRoute({
  method: 'get',
  path: '/v1/ingest/uploads',
  summary: `Hochgeladene Papiere, das neueste zuerst${staffOnly}`,
  responses: answers('Höchstens 500', z.object({ uploads: z.array(uploadOut) })),
})
const findRoute = createRoute({
  method: 'get',
  path: one,
  summary: `Wie weit ein Papier ist${staffOnly}`,
  request: { params },
  responses: answers('Stand', uploadOut),
})
const eventsRoute = createRoute({
  method: 'get',
  path: `${one}/events`,
  summary: `Wie weit ein Papier ist, als Ereignisstrom (upload), bis es gelesen ist${staffOnly}`,
  request: { params },
  responses: {
    200: { description: 'Ereignisse', content: { 'text/event-stream': { schema: z.string() } } },
    ...problemResponses,
  },
})
const previewRoute = createRoute({
  method: 'get',
  path: `${one}/preview`,
  summary: `Was erkannt wurde und was veröffentlicht würde${staffOnly}`,
  request: { params },
  responses: answers('Kopfdaten, Abschnitte, Wirkung auf andere', previewOut),
})
const correctRoute = createRoute({
  method: 'patch',
  path: one,
  summary: `Kopfdaten berichtigen; genannte Felder gehen vor dem Erkannten${staffOnly}`,
  middleware: readJson,
  request: { params, body: { content: { 'application/json': { schema: correctionSchema } }, required: true } },
  responses: answers('Stand', uploadOut),
})
const judgeRoute = createRoute({
  method: 'post',
  path: `${one}/relations`,
  summary: `Eine erkannte Wirkung auf ein anderes Papier bestätigen oder verwerfen${staffOnly}`,
  description:
    'kind, text, fileNumber und issuedOn wie in der Vorschau; verdict: accepted, rejected oder null (wieder offen); documentId: ' +
    'wer gemeint ist. Bei einem veröffentlichten Papier wirkt es sofort: Was dadurch endet oder weitergilt, folgt im selben Schritt.',
  middleware: readJson,
  request: { params, body: { content: { 'application/json': { schema: judgedRelationSchema } }, required: true } },
  responses: answers('Stand', uploadOut),
})
const publishRoute = createRoute({
  method: 'post',
  path: `${one}/publish`,
  summary: `Veröffentlichen, auch anstelle eines anderen${staffOnly}`,
  request: {
    params,
    query: z.object({
      replaces: z.string().optional().openapi({ description: 'Kennung des Dokuments, das es ersetzt' }),
    }),
  },
  responses: answers('Stand', uploadOut),
})
const discardRoute = createRoute({
  method: 'delete',
  path: one,
  summary: `Einen Entwurf samt Datei löschen${staffOnly}`,
  request: { params },
  responses: { 204: { description: 'Gelöscht' }, ...problemResponses },
})

export function addUploads(api: Api, intake: Intake): void {
  api.openapi(receiveRoute, async (c) => {
    requireStaff(c.get('caller'))
    const taken = await takeUpload(c, intake, c.req.valid('query').name)
    if ('files' in taken) {
      // A form that was given up may go on for gigabytes.
      if (taken.files.some(({ problem }) => problem !== null)) c.header('Connection', 'close')
      return c.json(taken, taken.files.some(({ isNew }) => isNew) ? 202 : 200)
    }
    const { upload, isNew } = taken
    return isNew ? c.json(upload, 202, { Location: `/v1/ingest/uploads/${upload.id}` }) : c.json(upload, 200)
  })
  api.openapi(listRoute, async (c) => {
    requireStaff(c.get('caller'))
    return c.json({ uploads: await intake.list() }, 200)
  })
  api.openapi(findRoute, async (c) => {
    requireStaff(c.get('caller'))
    return c.json(await find(intake, c.req.valid('param').id), 200)
  })
  api.openapi(eventsRoute, async (c) => {
    requireStaff(c.get('caller'))
    const upload = await find(intake, c.req.valid('param').id)
    return watchUpload(c, upload, () => intake.find(upload.id)) as never
  })
  api.openapi(previewRoute, async (c) => {
    requireStaff(c.get('caller'))
    return c.json(await intake.preview(c.req.valid('param').id), 200)
  })
  api.openapi(correctRoute, async (c) => {
    requireStaff(c.get('caller'))
    return c.json(await intake.correct(c.req.valid('param').id, c.req.valid('json'), c.get('caller').owner), 200)
  })
  api.openapi(judgeRoute, async (c) => {
    requireStaff(c.get('caller'))
    return c.json(await intake.judge(c.req.valid('param').id, c.req.valid('json'), c.get('caller').owner), 200)
  })
  api.openapi(publishRoute, async (c) => {
    requireStaff(c.get('caller'))
    const { replaces = null } = c.req.valid('query')
    return c.json(await intake.publish(c.req.valid('param').id, replaces, c.get('caller').owner), 200)
  })
  api.openapi(discardRoute, async (c) => {
    requireStaff(c.get('caller'))
    await intake.discard(c.req.valid('param').id)
    return c.body(null, 204)
  })
}

async function find(intake: Intake, id: string): Promise<Upload> {
  const upload = await intake.find(id)
  if (upload === null)
    throw new ProblemError(
      'unknown-upload',
      `Einen Upload "${id}" gibt es nicht; alle stehen unter GET /v1/ingest/uploads.`,
    )
  return upload
}
