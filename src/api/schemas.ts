import { z } from '@hono/zod-openapi'
import { isDay, toDay } from '../law/day.ts'
import { documentKinds, ranks, validBases } from '../law/document.ts'
import { isTerritory } from '../law/territory.ts'

/** Building blocks of requests and responses. Each is what the OpenAPI document shows and what is checked. */

export const dayIn = z
  .string()
  .refine(isDay, 'Kein Kalendertag der Form JJJJ-MM-TT (etwa 2025-03-05).')
  .transform(toDay)
  .openapi({ type: 'string', format: 'date', example: '2025-03-05' })

export const asOfIn = dayIn.optional().openapi({
  type: 'string',
  format: 'date',
  example: '2025-03-05',
  description: 'Tag, dessen Rechtslage gefragt ist. Fehlt er: heute. Er darf in der Zukunft liegen.',
})

export const territoryIn = z
  .string()
  .refine(isTerritory, 'Unbekanntes Gebiet. Erlaubt: DE, ein Land (DE-NW) oder ein Gemeindeschlüssel (DE-NW-05162024).')
  .optional()
  .openapi({ example: 'DE-NW', description: 'Gebiet nach ISO 3166-2, auch mit amtlichem Gemeindeschlüssel.' })

export const kindsIn = z
  .array(z.enum(documentKinds))
  .min(1)
  .optional()
  .openapi({ description: 'Nur Dokumente dieser Arten; fehlt die Angabe: alle.' })

export const dayOut = z.string().openapi({ format: 'date' })

export const periodOut = {
  validFrom: dayOut,
  validTo: dayOut
    .nullable()
    .openapi({ description: 'Erster Tag, an dem dieser Text nicht mehr gilt; null: gilt weiter.' }),
}

export const validityOut = {
  ...periodOut,
  validBasis: z.enum(validBases).openapi({
    description:
      'official: amtlich belegt; observed: an diesem Tag erstmals gesehen; assumed: ältester Text, angenommen.',
  }),
}

export const linkOut = {
  url: z.string(),
  urlShows: z.enum(['this_version', 'current_version']).openapi({
    description: 'current_version: Der Link zeigt die heutige Fassung, nicht unbedingt diese.',
  }),
}

export const documentOut = z
  .object({
    id: z.string().openapi({ example: 'gii:aufenthg_2004' }),
    kind: z.enum(documentKinds),
    rank: z.enum(ranks),
    title: z.string(),
    abbreviation: z.string(),
    invented: z.boolean().openapi({ description: 'Wahr bei der mitgelieferten, erfundenen Sammlung.' }),
  })
  .openapi('DocumentSummary')

export const hitOut = z
  .object({
    rank: z.number(),
    score: z.number(),
    document: documentOut,
    norm: z.string().nullable().openapi({ example: '§ 18g' }),
    normKey: z.string(),
    paragraph: z.string().nullable().openapi({ example: '1' }),
    label: z.string().openapi({ example: '§ 18g Abs. 1 AufenthG' }),
    heading: z.string().nullable(),
    passageId: z.string(),
    text: z.string(),
    start: z.number(),
    end: z.number(),
    ...validityOut,
    ...linkOut,
    why: z.array(
      z.object({
        by: z.enum(['text', 'vector', 'reference', 'asked', 'cited', 'defined', 'implements', 'list', 'rerank']),
        rank: z.number().optional(),
        score: z
          .number()
          .optional()
          .openapi({ description: 'Was dieser Weg ergab: Kosinus (vector), BM25 (text, asked).' }),
      }),
    ),
  })
  .openapi('Hit')

export const absencesOut = z
  .array(
    z.object({
      reason: z.enum(['not_in_force', 'no_evidence', 'out_of_scope', 'other_territory']),
      message: z.string().openapi({
        example:
          '§ 18g AufenthG galt am 21.11.2023 noch nicht; in der Sammlung steht die Vorschrift erst ab 22.11.2023.',
      }),
    }),
  )
  .openapi({ description: 'Was die Suche nennt und die Sammlung an diesem Tag nicht hat.' })

export const outlineOut = z.array(z.object({ label: z.string(), title: z.string().nullable() }))

const problemOut = z
  .object({
    type: z.string().openapi({ example: 'urn:fundstelle:problem:invalid-request' }),
    title: z.string(),
    status: z.number(),
    detail: z.string().openapi({ description: 'Was zu tun ist.' }),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem')

/** The line every route ends its `responses` with. */
export const problemResponses = {
  default: {
    description: 'Fehler nach RFC 9457, mit dem, was zu tun ist',
    content: { 'application/problem+json': { schema: problemOut } },
  },
} as const
