import { z } from '@hono/zod-openapi'
import { dayKinds, dayRoles } from '../law/understood.ts'
import { dayOut } from './schemas.ts'

const spanOut = { text: z.string(), start: z.number(), end: z.number() }

const dayMentionOut = z.object({
  ...spanOut,
  kind: z.enum(dayKinds),
  resolved: z
    .object({ from: dayOut.nullable(), to: dayOut.nullable() })
    .nullable()
    .openapi({ description: 'Erster und letzter Tag; null: offen, oder kein Tag erkennbar.' }),
  yearAssumed: z.boolean().openapi({ description: 'Ohne Jahr geschrieben: das dem gefragten Tag nächste.' }),
  role: z.enum(dayRoles).nullable(),
})

const personOut = z.object({
  ...spanOut,
  person: z.string().nullable(),
  nationality: z.string().nullable(),
  age: z.number().nullable(),
  negated: z.boolean(),
})

const namedReferenceOut = z.object({
  ...spanOut,
  kind: z.enum(['norm', 'law', 'case']),
  norm: z.string().nullable(),
  paragraph: z.string().nullable(),
  sentence: z.number().nullable(),
  path: z.array(z.string()),
  law: z.string().nullable(),
  caseNumber: z.string().nullable(),
  to: z.string().optional(),
  following: z.enum(['f', 'ff']).optional(),
  documentId: z.string().nullable(),
})

export const understoodOut = z
  .object({
    summary: z.string(),
    days: z.array(dayMentionOut),
    persons: z.array(personOut),
    titles: z.array(z.object({ ...spanOut, title: z.string(), negated: z.boolean() })),
    parts: z.array(
      z.object({ ...spanOut, context: z.array(z.object({ start: z.number(), end: z.number() })) }).openapi({
        description: 'Teilfragen; text enthält auch, was sie zum Verständnis brauchen (context).',
      }),
    ),
    references: z.array(namedReferenceOut),
    notices: z.array(z.string()),
  })
  .openapi('Understood', {
    description: 'Was in der Frage erkannt wurde. Grenzt die Suche nicht ein. Null, sobald die Frage vergessen ist.',
  })
