import { createHash } from 'node:crypto'
import { z } from 'zod'

/** What a statement is to a question. The judge is not told: it says of each only whether the answer makes it. */
const statementSorts = ['key_point', 'forbidden', 'expert_sentence'] as const

/** A judge's verdict on one statement; `unreadable`: it was asked and gave none that can be read. */
export const judgeVerdicts = ['supported', 'partly', 'missing', 'contradicted', 'unreadable'] as const
export type JudgeVerdict = (typeof judgeVerdicts)[number]

const asked = {
  /** Hash of all the judge saw and of who it is: the cache's key, and how scoring finds what belongs to an answer. */
  key: z.string(),
  caseId: z.string(),
  repeat: z.number().int(),
  model: z.string(),
  /** SHA-256 of the prompt file. */
  promptHash: z.string(),
  /** What the model replied, kept as it was; null where it replied nothing. */
  raw: z.string().nullable(),
  /** Why nothing could be read of it; null where all could. German. */
  fault: z.string().nullable(),
  askedAt: z.string(),
}

const pointsLineSchema = z.object({
  kind: z.literal('points'),
  ...asked,
  verdicts: z.array(z.object({ statement: z.string(), sort: z.enum(statementSorts), verdict: z.enum(judgeVerdicts) })),
})

const pairLineSchema = z.object({
  kind: z.literal('pair'),
  ...asked,
  /** Name of the run held against. */
  other: z.string(),
  /** True: the judge saw the other run's answer first. */
  swapped: z.boolean(),
  verdict: z.enum(['own', 'other', 'tie', 'unreadable']),
})

/** A line of `judge.jsonl` in a run's folder: one question put to the judge, once. */
export const judgeLineSchema = z.discriminatedUnion('kind', [pointsLineSchema, pairLineSchema])
export type JudgeLine = z.infer<typeof judgeLineSchema>
export type PointsLine = z.infer<typeof pointsLineSchema>
export type PairLine = z.infer<typeof pairLineSchema>

/** Key of all that a verdict depends on. */
export function judgeKey(model: string, promptHash: string, seen: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([model, promptHash, seen]))
    .digest('hex')
}
