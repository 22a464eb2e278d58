import { createRoute, z } from '@hono/zod-openapi'
import { removalReasons } from '../law/answer.ts'
import { today } from '../law/day.ts'
import { referenceOut } from './answer-schema.ts'
import type { Api, ApiOptions } from './api-env.ts'
import { readJson } from './read-json.ts'
import { requireReady } from './require-ready.ts'
import { asOfIn, dayOut, problemResponses, territoryIn } from './schemas.ts'
import type { Service } from './service.ts'

const checkIn = z
  .strictObject({
    text: z
      .string()
      .max(100_000)
      .refine((text) => text.trim() !== '', 'Der Text ist leer. Bitte den Text senden, der geprüft werden soll.')
      .openapi({ example: 'Die Aufenthaltserlaubnis wird nach § 18b AufenthG erteilt.' }),
    asOf: asOfIn,
    territory: territoryIn,
  })
  .openapi('TextToCheck')

const checkedOut = z
  .object({
    asOf: dayOut,
    references: z.array(referenceOut),
    sentences: z.array(
      z.object({
        text: z.string(),
        start: z.number(),
        end: z.number(),
        supports: z.enum(['rule', 'not_supported', 'not_checked']).openapi({
          description:
            'rule: Die Regeln fanden in der genannten Vorschrift nichts gegen den Satz. not_supported: Sie trägt ihn ' +
            'so nicht, siehe reason und detail (auch Tatsachen des Falls stehen in keiner Vorschrift). not_checked: ' +
            'Es lässt sich nicht prüfen, detail sagt warum.',
        }),
        reason: z.enum(removalReasons).nullable(),
        detail: z.string().nullable(),
      }),
    ),
  })
  .openapi('CheckedText')

const checkRoute = createRoute({
  method: 'post',
  path: '/v1/check',
  summary: 'Einen vorhandenen Text prüfen: jede Fundstelle, und ob sie die Sätze trägt, die sie nennen',
  description:
    'Kein Modell wird gefragt, nichts wird gespeichert. Genannt werden alle Fundstellen und alle Sätze mit einer ' +
    'Fundstelle. Ein § ohne Gesetz gehört zum einzigen Gesetz, das der Text nennt; sonst wird er nicht geprüft.',
  middleware: readJson,
  request: { body: { required: true, content: { 'application/json': { schema: checkIn } } } },
  responses: {
    200: { description: 'Der geprüfte Text', content: { 'application/json': { schema: checkedOut } } },
    ...problemResponses,
  },
})

export function addCheck(api: Api, service: Service, options: Pick<ApiOptions, 'territory'>): void {
  api.openapi(checkRoute, async (c) => {
    requireReady(service)
    const { text, asOf = today(), territory = options.territory } = c.req.valid('json')
    return c.json({ asOf, ...(await service.check({ text, asOf, territory })) }, 200)
  })
}
