import { understand } from '../answer/understand/understand.ts'
import type { Day } from '../law/day.ts'
import type { Service } from './service.ts'

/** The first norm of a law of the collection that a text names (`§ 18g AufenthG`), as written and resolved; else null. */
export async function namedNorm(
  service: Pick<Service, 'lawNames'>,
  text: string,
  asOf: Day,
): Promise<{ text: string; documentId: string; norm: string } | null> {
  const question = { text, asOf, territory: 'DE', style: 'short' as const, kinds: null }
  const { references } = understand(question, await service.lawNames(asOf), [])
  for (const { text: words, documentId, norm } of references)
    if (documentId !== null && norm !== null) return { text: words, documentId, norm }
  return null
}
