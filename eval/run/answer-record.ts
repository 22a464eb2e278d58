import { z } from 'zod'
import { daySchema } from '../../src/law/day.ts'

/** What a system named as the place its answer rests on, and what our collection says of it. */
const sourceSchema = z.object({
  /** As the system wrote it: `§ 18g Abs. 1 AufenthG`, or free text. */
  written: z.string(),
  /** Null where the words name no norm of the collection. */
  documentId: z.string().nullable(),
  norm: z.string().nullable(),
  paragraph: z.string().nullable(),
  /** Words the system shows as the law's own; null where it quotes nothing. */
  quote: z.string().nullable(),
  /** Held against the collection when the record was made. Null: could not be checked (a ruling, an unknown law). */
  exists: z.boolean().nullable(),
  inForce: z.boolean().nullable(),
  /** The quote stands word for word (white space folded) in that norm on the day asked; null without a quote or norm. */
  verbatim: z.boolean().nullable(),
})
export type AnswerSource = z.infer<typeof sourceSchema>

const sentenceSchema = z.object({
  text: z.string(),
  /** Places in `sources`. Null where the system does not say which source carries which sentence. */
  sources: z.array(z.number().int().nonnegative()).nullable(),
})

const retrievedSchema = z.object({
  documentId: z.string(),
  norm: z.string().nullable(),
  paragraph: z.string().nullable(),
  text: z.string(),
})

/**
 * One answer of one system to one question: everything that scoring needs, so that a run can be scored again without
 * the system, the model or the collection. A line of `answers.jsonl` in a run's folder.
 */
export const answerRecordSchema = z.object({
  caseId: z.string().min(1),
  /** From 1. */
  repeat: z.number().int().positive(),
  asOf: daySchema,
  status: z.enum(['answered', 'refused', 'failed']),
  /** The whole answer as a reader sees it; a refusal's words where it refused. */
  answer: z.string(),
  sentences: z.array(sentenceSchema),
  sources: z.array(sourceSchema),
  /** Norms and decisions named in the prose, whether or not the system lists them as sources. */
  references: z.array(sourceSchema.omit({ quote: true, verbatim: true })),
  /** What the system searched out, best first; null where it does not say. */
  retrieved: z.array(retrievedSchema).nullable(),
  /** Machine-readable reason of a refusal, where the system has one. */
  refusalReason: z.string().nullable(),
  /** Milliseconds; null where unknown (imported answers). */
  firstEventMs: z.number().nullable(),
  totalMs: z.number().nullable(),
  /** Tokens the model read and wrote; null where unknown. */
  tokens: z.object({ prompt: z.number(), completion: z.number() }).nullable(),
  /** Why there is no answer; null unless `failed`. */
  error: z.string().nullable(),
  /** The system's own reply, kept for reading; never scored. */
  raw: z.unknown(),
})
export type AnswerRecord = z.infer<typeof answerRecordSchema>

/** `run.json` in a run's folder: what was asked of whom, and what the figures depend on. */
export const runFactsSchema = z.object({
  /** Shown in reports: `fundstelle`, `basepeak 2026-10`. */
  system: z.string().min(1),
  kind: z.enum(['fundstelle', 'service', 'bare', 'rag', 'imported', 'sanity']),
  model: z.string().nullable(),
  promptHash: z.string().nullable(),
  set: z.string(),
  /** SHA-256 of the reference set's bytes: two runs can be compared only on the same one. */
  setSha256: z.string(),
  cases: z.number().int(),
  repeats: z.number().int().positive(),
  seed: z.number().int(),
  style: z.string(),
  corpusState: z.string().nullable(),
  /** `git describe` of the code that ran. */
  revision: z.string().nullable(),
  startedAt: z.string(),
})
export type RunFacts = z.infer<typeof runFactsSchema>
