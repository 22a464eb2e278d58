import { z } from 'zod'

/** What the office says, what the law says for it, and the norm or glossary the law's words are taken from. */
export const lexiconSchema = z.array(
  z.strictObject({
    /** Words or phrases of the office; all-capital ones are abbreviations and match as written only. */
    say: z.array(z.string().min(2)).min(1),
    /** Words of the law that are looked up as well. */
    means: z.string().min(2),
    /** Where the law uses these words: `§ 18g AufenthG`. */
    source: z.string().min(2),
  }),
)

export type Lexicon = z.infer<typeof lexiconSchema>
