import { z } from 'zod'

export const roles = ['fachkraft', 'juristin', 'entwicklung', 'modell'] as const
export type Role = (typeof roles)[number]

/** From best to worst. */
export const grades = ['correct', 'partly', 'wrong', 'dangerous'] as const
export type Grade = (typeof grades)[number]

/** Of the two runs in the order of `runs`, whichever was shown on the left. */
export const preferences = ['first', 'second', 'equal', 'unusable'] as const
export type Preference = (typeof preferences)[number]

/** What an answer makes of a statement; from best to worst. */
export const pointLabels = ['supported', 'partly', 'missing', 'contradicted'] as const
export type PointLabel = (typeof pointLabels)[number]

/** Who judges, under a name of their own choice. */
export const reviewerSchema = z.object({
  reviewer: z
    .string()
    .trim()
    .toLowerCase()
    .normalize()
    .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} _-]{0,38}[\p{L}\p{N}])?$/u),
  role: z.enum(roles),
})
export type Reviewer = z.infer<typeof reviewerSchema>

const common = {
  ...reviewerSchema.shape,
  /** ISO 8601. */
  at: z.string(),
  /** What is judged: the item's key, the same for everybody. */
  item: z.string(),
  caseId: z.string(),
  repeat: z.number().int().positive(),
}

const gradeSchema = z.object({
  kind: z.literal('grade'),
  ...common,
  /** Name of the run. */
  run: z.string(),
  grade: z.enum(grades),
  /** Null where the answer names no source. */
  sourcesCarry: z.boolean().nullable(),
  comment: z.string(),
  /** An earlier judgement of this item stood before: what was expected may have been seen. */
  revised: z.boolean(),
})
export type GradeLine = z.infer<typeof gradeSchema>

const preferenceSchema = z.object({
  kind: z.literal('preference'),
  ...common,
  runs: z.tuple([z.string(), z.string()]),
  preference: z.enum(preferences),
  /** The first of `runs` was shown as answer A. */
  firstIsA: z.boolean(),
  comment: z.string(),
  revised: z.boolean(),
})
export type PreferenceLine = z.infer<typeof preferenceSchema>

const pointsSchema = z.object({
  kind: z.literal('points'),
  ...common,
  run: z.string(),
  labels: z.array(z.object({ keyPoint: z.string(), label: z.enum(pointLabels) })),
})
export type PointsLine = z.infer<typeof pointsSchema>

/** Takes back the line of that kind and item that stood. */
const undoSchema = z.object({ kind: z.literal('undo'), ...common, undone: z.enum(['grade', 'preference', 'points']) })

/** A line of `reviews/<reviewer>.jsonl` in a run's folder; the last of an item and kind counts. */
export const reviewLineSchema = z.discriminatedUnion('kind', [gradeSchema, preferenceSchema, pointsSchema, undoSchema])
export type ReviewLine = z.infer<typeof reviewLineSchema>
export type Judgement = Exclude<ReviewLine, { kind: 'undo' }>
