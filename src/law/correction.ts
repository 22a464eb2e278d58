import { z } from 'zod'
import { daySchema } from './day.ts'
import type { Relation } from './particulars.ts'
import { isTerritory } from './territory.ts'

const line = z.string().trim().min(1, 'Der Eintrag darf nicht leer sein.').max(1000, 'Höchstens 1000 Zeichen.')
const lineOrNull = line.nullable()
const day = daySchema.nullable()
const lines = z.array(line).max(100)

const relation = z.strictObject({
  kind: z.enum(['amends', 'replaces', 'repeals', 'implements']),
  text: line,
  fileNumber: lineOrNull.default(null),
  issuedOn: day.default(null),
  documentId: lineOrNull.default(null),
})

/** What staff say of a paper's header: it goes before what was recognised. A field left out stays as it is. */
export const correctionSchema = z.strictObject({
  title: line.optional(),
  kind: z.enum(['decree', 'ruling', 'paper']).optional(),
  territory: z.string().refine(isTerritory, 'Kein Gebiet (etwa DE, DE-NW oder DE-NW-05162).').optional(),
  issuer: lineOrNull.optional(),
  kindName: lineOrNull.optional(),
  fileNumbers: lines.optional(),
  issuedOn: day.optional(),
  /** First day on which it applies, where that is not the day of its date. */
  inForceFrom: day.optional(),
  validUntil: day.optional(),
  ecli: z
    .string()
    .regex(/^ECLI:[A-Z]{2}:[A-Z0-9]{1,12}:\d{4}:[A-Za-z0-9.]{1,25}$/, 'Kein ECLI.')
    .nullable()
    .optional(),
  addressees: lines.optional(),
  subject: lineOrNull.optional(),
  norms: lines.optional(),
  relations: z.array(relation).max(100).optional(),
  /** The stored document whose place this one takes. */
  replaces: lineOrNull.optional(),
})

export type HeaderCorrection = z.infer<typeof correctionSchema>
export type HeaderField = keyof HeaderCorrection

export const verdictNames = ['accepted', 'rejected'] as const

/** Whether what a paper was recognised to do to another is so; `documentId`: whom it means, where somebody said. */
export interface RelationVerdict extends Relation {
  verdict: (typeof verdictNames)[number]
}

/** One relation of a paper as it was recognised, and what a person says of it; null: nobody says anything any longer. */
export const judgedRelationSchema = relation.extend({ verdict: z.enum(verdictNames).nullable() })
export type JudgedRelation = z.infer<typeof judgedRelationSchema>

/** All that staff said of a paper: of its header, and which of its relations are so. */
export interface Correction extends HeaderCorrection {
  verdicts?: RelationVerdict[]
}

/** In the order in which a person reads a header. */
export const headerFields = Object.keys(correctionSchema.shape) as HeaderField[]
