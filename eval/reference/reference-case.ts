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
] as const

const styles = ['keyword', 'colloquial', 'formal', 'case', 'typo'] as const

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

/** One reference question with the norms that carry its answer. Unknown fields are kept; ours are those the harness reads. */
export const referenceCaseSchema = z
  .looseObject({
    id: z.string().regex(/^[a-z]+-\d{3}$/),
    question: z.string().min(1),
    /** Day for which the answer holds. */
    as_of: daySchema,
    kind: z.enum(kinds),
    style: z.enum(styles),
    topic: z.string().min(1),
    /** False: the statutes do not hold the answer, and the assistant should say so. */
    answerable: z.boolean(),
    gold: z.array(goldNormSchema),
  })
  .refine(
    ({ answerable, gold }) => gold.some(({ essential }) => essential) === answerable,
    'answerable und gold widersprechen sich: nur eine beantwortbare Frage hat eine tragende Norm',
  )

export type ReferenceCase = z.infer<typeof referenceCaseSchema>
