import { z } from '@hono/zod-openapi'
import { abstentionReasons, answerStyles, checklistStates, claimRoles, removalReasons } from '../law/answer.ts'
import { ranks } from '../law/document.ts'
import { flagOut } from './flag-schema.ts'
import { dayOut, documentOut, hitOut, linkOut, validityOut } from './schemas.ts'
import { understoodOut } from './understood-schema.ts'

const supportsOut = z.enum(['rule', 'model', 'not_checked'])

const claimOut = z
  .object({
    text: z.string(),
    role: z.enum(claimRoles),
    citations: z.array(z.number()),
    exists: z.boolean().openapi({ description: 'Das Zitat steht wörtlich im gespeicherten Text.' }),
    supports: supportsOut.openapi({ description: 'Wodurch geprüft ist, dass die Fundstelle den Satz trägt.' }),
    heading: z.string().optional().openapi({ description: 'In Auszügen die Überschrift, unter der der Satz steht.' }),
  })
  .openapi('Claim')

const partOut = z
  .object({
    question: z.string().openapi({ description: 'Ihre eigenen Worte; leer, sobald die Frage vergessen ist.' }),
    claims: z.array(z.number()).openapi({ description: 'Stellen in claims, ab 0.' }),
    abstention: z.object({ reason: z.enum(abstentionReasons), message: z.string() }).nullable(),
  })
  .openapi('Part')

const checklistItemOut = z
  .object({
    requirement: z.string(),
    citations: z.array(z.number()),
    state: z.enum(checklistStates),
    fact: z.string().nullable().openapi({ description: 'Stelle der Frage, wörtlich; null, wo nichts gesagt ist.' }),
  })
  .openapi('ChecklistItem')

const citationOut = z
  .object({
    number: z.number(),
    document: documentOut,
    norm: z.string().nullable(),
    normKey: z.string(),
    paragraph: z.string().nullable(),
    sentences: z.array(z.number()),
    label: z.string(),
    quote: z.string(),
    start: z.number(),
    end: z.number(),
    sha256: z.string().openapi({ description: 'SHA-256 des Normtextes, in dem start und end zählen.' }),
    passageId: z.string(),
    ...validityOut,
    ...linkOut,
    flags: z.array(flagOut).optional().openapi({
      description: 'Bei Erlassen und Papieren: was vor der Anwendung zu prüfen ist. Fehlt, wo es nichts gibt.',
    }),
  })
  .openapi('Citation')

const removedOut = z.object({ text: z.string(), reason: z.enum(removalReasons), detail: z.string() })

export const referenceOut = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  verdict: z.enum(['ok', 'not_found', 'not_checked']),
  inForce: z.boolean().nullable(),
})

const abstentionOut = z.object({ reason: z.enum(abstentionReasons), message: z.string(), nearest: z.array(hitOut) })

const conflictOut = z
  .object({
    message: z.string(),
    sides: z.array(z.object({ rank: z.enum(ranks), label: z.string(), citation: z.number() })),
  })
  .openapi('Conflict', {
    description:
      'Quellen, die Verschiedenes sagen, in der Reihenfolge ihres Ranges; citation ist die Nummer der Fundstelle.',
  })

const correctionOut = z
  .object({ premise: z.string(), start: z.number(), end: z.number(), text: z.string(), citation: z.number() })
  .openapi('Correction', {
    description: 'Wovon die Frage ausgeht und was die Fundstelle dazu sagt; start und end zählen in der Frage.',
  })

const factsOut = z
  .object({
    verified: z.number(),
    removed: z.number(),
    conflicts: z.number(),
    asOf: dayOut,
    freshest: dayOut.nullable(),
    line: z.string(),
  })
  .openapi('Facts')

const standOut = z
  .object({
    publisher: z.string(),
    name: z.string(),
    invented: z.boolean(),
    checkedAt: z.string().nullable(),
    freshest: dayOut.nullable(),
  })
  .openapi('SourceStand', {
    description:
      'Stand einer Quelle, aus der zitiert wird: wann sie zuletzt mit Erfolg abgeglichen wurde, und der Tag ihres neuesten Textes.',
  })

export const answerOut = z
  .object({
    id: z.string(),
    question: z.string(),
    rewritten: z.object({ from: z.string().nullable(), question: z.string() }).nullable().openapi({
      description:
        'Wie eine Nachfrage verstanden wurde: question wurde beantwortet, from ist die Antwort, auf die sie folgt.',
    }),
    asOf: dayOut,
    territory: z.string(),
    style: z.enum(answerStyles),
    mode: z.enum(['llm', 'extractive', 'abstained']),
    model: z.object({ name: z.string(), promptHash: z.string() }).nullable(),
    fallback: z.string().nullable(),
    checker: z
      .object({ name: z.string(), promptHash: z.string().nullable() })
      .nullable()
      .openapi({ description: 'Das Modell, das geprüft hat, ob die Fundstellen die Sätze tragen; null: nur Regeln.' }),
    answer: z.string(),
    claims: z.array(claimOut),
    parts: z.array(partOut).openapi({
      description:
        'Mehrere Fragen auf einmal (bis fünf), jede für sich beantwortet. Leer bei einer einzelnen Frage. Eine Frage ohne Aussagen steht auch in open.',
    }),
    checklist: z.array(checklistItemOut).openapi({
      description:
        'Prüfliste – keine Entscheidung. Nur wo die Frage einen Fall erzählt: was das Recht verlangt, mit Fundstelle, und was die Frage dazu sagt. Ihre Fundstellen stehen mit in citations.',
    }),
    citations: z.array(citationOut),
    references: z.array(referenceOut),
    removed: z.array(removedOut),
    open: z.array(z.string()),
    conflicts: z.array(conflictOut),
    corrections: z.array(correctionOut),
    abstention: abstentionOut.nullable(),
    notices: z.array(z.string()),
    understood: understoodOut.nullable(),
    sources: z.object({ corpusState: z.string(), freshest: dayOut.nullable(), stand: z.array(standOut).optional() }),
    facts: factsOut,
    createdAt: z.string(),
  })
  .openapi('Answer')
