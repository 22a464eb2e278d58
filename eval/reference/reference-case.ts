import { z } from 'zod'
import { daySchema } from '../../src/law/day.ts'

const kinds = [
  'direct',
  'multi_norm',
  'point_in_time',
  'cross_reference',
  'definition',
  'deadline',
  'competence',
  'procedure',
  'case',
  'unanswerable',
  /** An office's list seldom says. */
  'unspecified',
] as const

const styles = ['keyword', 'colloquial', 'formal', 'case', 'typo', 'unspecified'] as const

const goldNormSchema = z.looseObject({
  /** The publisher's key of the law: `aufenthg_2004`. */
  law: z.string().regex(/^[a-z0-9_-]+$/),
  /** As the publisher names it: `§ 18g`, `Art 6`. */
  norm: z.string().min(1),
  /** Absatz; null: the norm as a whole. */
  para: z.string().min(1).nullable(),
  /** Verbatim words of the Absatz; absent where a set keeps no statute text. */
  quote: z.string().optional(),
  /** True: without this norm the answer fails. False: it helps. */
  essential: z.boolean(),
})

/**
 * One reference question. The first fields are those of `../shared/questions/README.md`; `sources` are an expert's own
 * words for where the answer stands (`§ 31 Abs. 1 AufenthG`, `Erlass des MKJFGFI vom …`): what of them names a norm of
 * the collection counts as gold where `gold` is empty. Unknown fields are kept.
 */
export const referenceCaseSchema = z
  .looseObject({
    id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u),
    question: z.string().min(1),
    /** Day for which the answer holds. */
    as_of: daySchema,
    kind: z.enum(kinds).default('unspecified'),
    style: z.enum(styles).default('unspecified'),
    topic: z.string().min(1).default('ohne Thema'),
    /** False: the collection does not hold the answer, and the assistant should say so. */
    answerable: z.boolean().default(true),
    gold: z.array(goldNormSchema).default([]),
    sources: z.array(z.string().min(1)).optional(),
    reference_answer: z.string().min(1).optional(),
    /** Facts a right answer states, and wrong claims that show a bad one. */
    key_points: z.array(z.string().min(1)).default([]),
    forbidden: z.array(z.string().min(1)).default([]),
    weight: z.number().positive().optional(),
    tags: z.array(z.string().min(1)).optional(),
    author: z.string().min(1).optional(),
    review_state: z.enum(['draft', 'reviewed', 'approved']).optional(),
  })
  .refine(
    ({ answerable, gold }) => answerable || !gold.some(({ essential }) => essential),
    'answerable und gold widersprechen sich: eine Frage ohne Antwort hat keine tragende Norm',
  )
  .refine(
    ({ answerable, gold, sources = [], reference_answer: expert }) =>
      !answerable || gold.some(({ essential }) => essential) || sources.length > 0 || expert !== undefined,
    'Woran die Antwort zu messen ist, fehlt: eine tragende Norm in gold, sources oder reference_answer',
  )

/** A norm that carries an answer, or helps. */
export type GoldNorm = z.infer<typeof goldNormSchema>

export type ReferenceCase = z.infer<typeof referenceCaseSchema>
