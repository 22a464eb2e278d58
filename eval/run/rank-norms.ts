import { retrieve, type RetrieveParts } from '../../src/answer/retrieve/retrieve.ts'
import { understand } from '../../src/answer/understand/understand.ts'
import type { LawName } from '../../src/law/answer.ts'
import type { Lexicon } from '../../src/law/lexicon.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'

/** How deep a ranking of passages is read; several passages of one norm count as the norm once. */
const PASSAGES = 60

/** The norms our retrieval finds for a question, best first, as `<slug> <norm>`. */
export async function rankNorms(
  parts: RetrieveParts & { lexicon: Lexicon },
  register: LawName[],
  { question, as_of }: ReferenceCase,
): Promise<string[]> {
  const inquiry = understand(
    { text: question, asOf: as_of, territory: 'DE-NW', style: 'short', kinds: null },
    register,
    parts.lexicon,
  )
  const passages = await retrieve(parts, inquiry, register, PASSAGES)
  return [
    ...new Set(passages.map(({ document, norm, normKey }) => `${document.id.replace(/^\w+:/, '')} ${norm ?? normKey}`)),
  ]
}
