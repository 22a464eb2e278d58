import { z } from 'zod'

/** A label as README.md beside it explains. */
export const headerLabelSchema = z.object({
  path: z.string(),
  kind: z.enum(['ruling', 'decree', 'regulation', 'law', 'eu-act', 'paper']),
  textField: z.string().optional(),
  metadataFields: z.array(z.string()).default([]),
  issuer: z.string().nullable(),
  issuerAlso: z.array(z.string()).default([]),
  fileNumbers: z.array(z.string()),
  fileNumbersAlso: z.array(z.string()).default([]),
  day: z.string().nullable(),
  dayAlso: z.array(z.string()).default([]),
  replaces: z.array(z.object({ text: z.string(), fileNumber: z.string().nullable(), day: z.string().nullable() })),
  validUntil: z.string().nullable(),
  subject: z.string().nullable(),
  subjectAlso: z.array(z.string()).default([]),
})

export type HeaderLabel = z.infer<typeof headerLabelSchema>
