import { createRoute, z } from '@hono/zod-openapi'
import { mediaTypes, vermerkFormats, writeVermerk, type VermerkFormat } from '../vermerk/write-vermerk.ts'
import type { Api } from './api-env.ts'
import { ownAnswer } from './own-answer.ts'
import { problemResponses } from './schemas.ts'
import type { Service } from './service.ts'

const vermerkRoute = createRoute({
  method: 'get',
  path: '/v1/answers/{id}/vermerk',
  summary: 'Eine eigene Antwort als Vermerk für die Akte',
  description:
    'Frage, Tag, Sätze, jedes Zitat mit Prüfsumme und Link, was entfernt wurde und warum, Modell und Bestand. Das Format ' +
    'nennt format oder der Kopf Accept; sonst ist es Markdown. Im Word-Dokument sind die Fundstellen auch Fußnoten.',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ format: z.enum(vermerkFormats).optional() }),
  },
  responses: {
    200: {
      description: 'Die Datei',
      content: {
        'text/markdown': { schema: z.string() },
        [mediaTypes.docx]: { schema: z.string().openapi({ format: 'binary' }) },
        'application/json': { schema: z.looseObject({ decision: z.string() }) },
      },
    },
    ...problemResponses,
  },
})

export function addVermerk(api: Api, service: Service): void {
  api.openapi(vermerkRoute, async (c) => {
    const answer = await ownAnswer(service, c.req.valid('param').id, c.get('caller').owner)
    const format = c.req.valid('query').format ?? acceptedFormat(c.req.header('accept') ?? '')
    const { name, mediaType, content } = await writeVermerk(answer, format, new URL(c.req.url).origin)
    return new Response(new Uint8Array(content), {
      headers: { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` },
    })
  })
}

function acceptedFormat(accept: string): VermerkFormat {
  return vermerkFormats.find((format) => accept.toLowerCase().includes(mediaTypes[format].split(';')[0] ?? '')) ?? 'md'
}
