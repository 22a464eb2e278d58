import { z } from '@hono/zod-openapi'
import { documentKinds, ranks } from '../law/document.ts'
import { dayOut, documentOut, linkOut, outlineOut, periodOut, validityOut } from './schemas.ts'

const span = { start: z.number(), end: z.number() }
const hashOut = z.string().openapi({ description: 'SHA-256, hexadezimal' })

export const fullDocumentOut = z
  .object({
    id: z.string(),
    kind: z.enum(documentKinds),
    rank: z.enum(ranks),
    territory: z.string(),
    title: z.string(),
    shortTitle: z.string().nullable(),
    abbreviation: z.string(),
    names: z.array(z.string()),
    enactedOn: dayOut.nullable(),
    url: z.string(),
    invented: z.boolean(),
  })
  .openapi('Document')

export const historyOut = z
  .object({
    document: fullDocumentOut,
    nearDuplicates: z
      .array(
        z.object({
          documentId: z.string(),
          abbreviation: z.string(),
          title: z.string(),
          similarity: z.number().openapi({ description: 'geschätzte Ähnlichkeit der Wortfolgen, 0 bis 1' }),
          isSame: z.boolean().openapi({ description: 'derselbe Text noch einmal: nur eines von beiden antwortet' }),
        }),
      )
      .openapi({ description: 'Dokumente mit fast demselben Wortlaut, das ähnlichste zuerst' }),
    versions: z.array(
      z.object({
        ...validityOut,
        sourceSha256: hashOut,
        origin: z.string(),
        fetchedOn: dayOut,
        status: z.array(z.object({ kind: z.string(), comment: z.string() })),
        changedNorms: z.number(),
      }),
    ),
  })
  .openapi('DocumentHistory')

export const normEntryOut = z.object({
  key: z.string(),
  norm: z.string().nullable(),
  label: z.string(),
  heading: z.string().nullable(),
  outline: outlineOut,
  repealed: z.boolean(),
})

export const normOut = z
  .object({
    asOf: dayOut,
    document: documentOut,
    key: z.string(),
    norm: z.string().nullable(),
    label: z.string(),
    heading: z.string().nullable(),
    outline: outlineOut,
    text: z.string(),
    sha256: hashOut,
    units: z.array(
      z.object({
        kind: z.enum(['absatz', 'randnummer', 'nummer', 'buchstabe', 'doppelbuchstabe', 'item']),
        number: z.string(),
        ...span,
      }),
    ),
    tables: z.array(z.object(span)),
    attachments: z.array(
      z.object({ kind: z.enum(['image', 'file', 'formula']), name: z.string().nullable(), at: z.number() }),
    ),
    footnotes: z.array(z.string()),
    repealed: z.boolean(),
    passages: z.array(z.object({ id: z.string(), label: z.string(), paragraph: z.string().nullable(), ...span })),
    ...validityOut,
    sourceSha256: hashOut,
    fetchedOn: dayOut,
    ...linkOut,
  })
  .openapi('Norm')

export const periodsOut = z
  .object({
    documentId: z.string(),
    norm: z.string(),
    periods: z.array(
      z.object({
        ...periodOut,
        sha256: hashOut,
        heading: z.string().nullable(),
        repealed: z.boolean(),
        text: z.string(),
      }),
    ),
  })
  .openapi('NormHistory')

const diffSideOut = z
  .object({ asOf: dayOut, sha256: hashOut, heading: z.string().nullable(), ...validityOut })
  .nullable()
  .openapi({ description: 'null: Die Norm galt an diesem Tag nicht.' })

/** A stretch of text that both, only the old (`removed`) or only the new text (`added`) has. */
export const diffPartsOut = z.object({ value: z.string(), added: z.boolean(), removed: z.boolean() })

export const diffOut = z
  .object({
    documentId: z.string(),
    norm: z.string(),
    from: diffSideOut,
    to: diffSideOut,
    parts: z.array(diffPartsOut),
  })
  .openapi('NormDiff')

export const embeddingOut = z
  .object({
    model: z.string().openapi({ description: 'Einbettungsmodell, dessen Vektoren antworten' }),
    next: z.object({ model: z.string(), done: z.number(), total: z.number(), message: z.string() }).nullable().openapi({
      description: 'Neueinbettung für ein anderes Modell, wo eine läuft: Fundstellen fertig und insgesamt',
    }),
  })
  .openapi('Embedding')

export const sourceOut = z
  .object({
    publisher: z.string(),
    name: z.string(),
    checkedAt: z
      .string()
      .nullable()
      .openapi({ description: 'Zuletzt mit Erfolg abgeglichen; null: nur von Hand eingelesen' }),
    documents: z.number(),
    versions: z.number(),
    passages: z.number(),
    freshest: dayOut.nullable(),
    lastRunAt: z.string().nullable(),
    lastRunFailed: z.number(),
    invented: z.boolean(),
  })
  .openapi('Source')
