import { z } from '@hono/zod-openapi'
import { verdictNames } from '../law/correction.ts'
import { ingestEventKinds, uploadStates } from '../law/intake.ts'
import { dayOut } from './schemas.ts'

export const uploadOut = z
  .object({
    id: z.string(),
    sha256: z.string(),
    fileName: z.string(),
    bytes: z.number(),
    uploadedBy: z.string().openapi({ description: 'Pseudonym des Schlüssels' }),
    uploadedAt: z.string(),
    parent: z.string().nullable().openapi({ description: 'Die Mail oder das Archiv, worin es kam.' }),
    state: z.enum(uploadStates).openapi({
      description:
        'received → scanned (vom Virenscanner) → reading → draft (Entwurf) oder refused; published, withdrawn. unpacked: ein Archiv, dessen Dateien einzeln in der Liste stehen.',
    }),
    page: z.number().nullable().openapi({ description: 'Gelesene von pages gescannten Seiten.' }),
    pages: z.number().nullable(),
    reason: z.string().nullable().openapi({ description: 'Warum es nicht angenommen wurde und was zu tun ist.' }),
    notes: z.array(z.string()),
    documentId: z.string().nullable(),
    isAhead: z.boolean().openapi({ description: 'Nach dem Veröffentlichen berichtigt; noch nicht wirksam.' }),
  })
  .openapi('Upload')

export const formOut = z
  .object({
    files: z.array(
      z.object({
        fileName: z.string().nullable(),
        isNew: z.boolean().openapi({ description: 'false: Dieselbe Datei lag schon vor.' }),
        upload: uploadOut.nullable(),
        problem: z
          .object({ type: z.string(), title: z.string(), status: z.number(), detail: z.string() })
          .nullable()
          .openapi({ description: 'Warum die Datei nicht angenommen wurde und was zu tun ist.' }),
      }),
    ),
  })
  .openapi('UploadedForm')

const fieldOut = z.object({
  value: z.unknown(),
  certainty: z.enum(['staff', 'high', 'medium', 'low', 'none']).openapi({
    description: 'staff: von der Redaktion angegeben. low: nicht übernommen, nur vorgeschlagen.',
  }),
  suggestion: z.unknown(),
  words: z.string().nullable().openapi({ description: 'Woraus es gelesen wurde.' }),
})

const relationOut = z.object({
  kind: z.enum(['amends', 'replaces', 'repeals', 'implements']),
  text: z.string(),
  fileNumber: z.string().nullable(),
  issuedOn: dayOut.nullable(),
  documentId: z.string().nullable(),
  meant: z.array(z.object({ documentId: z.string(), abbreviation: z.string() })),
  problem: z.string().nullable(),
  message: z.string().nullable(),
  verdict: z.enum(verdictNames).nullable().openapi({ description: 'Was die Redaktion dazu gesagt hat.' }),
})

export const previewOut = z
  .object({
    upload: uploadOut,
    fields: z.record(z.string(), fieldOut),
    abbreviation: z.string().openapi({ description: 'Wie es zitiert wird.' }),
    validFrom: dayOut,
    sections: z.array(
      z.object({
        key: z.string(),
        heading: z.string().nullable(),
        page: z.string().nullable(),
        passages: z.array(
          z.object({ text: z.string(), paragraph: z.string().nullable(), page: z.string().nullable() }),
        ),
      }),
    ),
    nearDuplicates: z.array(
      z.object({
        documentId: z.string(),
        abbreviation: z.string(),
        title: z.string(),
        similarity: z.number(),
        isSame: z.boolean(),
      }),
    ),
    relations: z.array(relationOut),
    possibleRelations: z.array(relationOut).openapi({
      description:
        'Unsicher erkannt oder von der Redaktion verworfen; ohne Wirkung. Entschieden wird mit POST …/relations.',
    }),
    difference: z
      .array(z.object({ section: z.string(), places: z.array(z.string()) }))
      .nullable()
      .openapi({ description: 'Gegen das Dokument, das es ersetzt.' }),
  })
  .openapi('UploadPreview')

export const eventOut = z
  .object({
    id: z.number(),
    at: z.string(),
    by: z.string().openapi({ description: 'Pseudonym des Schlüssels' }),
    kind: z.enum(ingestEventKinds),
    documentId: z.string(),
    reason: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    undoes: z.number().nullable(),
  })
  .openapi('IngestEvent')
