import { z } from 'zod'
import { checklistStates, claimRoles } from '../../law/answer.ts'

const ids = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[\s,;]+/) : value),
  z.array(
    z.coerce.string().transform((id) =>
      id
        .replace(/[^A-Za-z0-9]/g, '')
        .replace(/^(?=\d)/, 'E')
        .toUpperCase(),
    ),
  ),
)

/** Fewer words say nothing that could follow from a source: `Ja`, or a password somebody planted. */
const sentence = /\S \S+ \S/

const words = z.string().transform(withoutIds).pipe(z.string().regex(sentence))

/** A claim as a model may write it. */
export const claimSchema = z.object({
  text: words,
  role: z.enum(claimRoles).catch('rule'),
  evidence: ids,
})

/** A line of the checklist as a model may write it; what it says of the case counts only if it can be read. */
export const requirementSchema = z.object({
  requirement: words,
  evidence: ids,
  state: z.enum(checklistStates).catch('unknown'),
  fact: z.string().nullable().catch(null),
})

/** Models like to repeat the ids in the sentence; citation numbers are the server's to set. */
function withoutIds(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?\[E?\d{1,3}(?: ?[,;] ?E?\d{1,3})*\](?!\()| ?\(E\d{1,3}(?: ?[,;] ?E\d{1,3})*\)/g, '')
    .trim()
}
