import type { LawName } from '../../src/law/answer.ts'
import { lawSlug } from './law-slug.ts'
import type { ReferenceCase } from './reference-case.ts'

/** Laws (slugs) that carry gold norms of a set but are not in the collection: what it asks of them cannot be found. */
export function missingLaws(cases: ReferenceCase[], register: LawName[]): string[] {
  const stored = new Set(register.map(({ documentId }) => lawSlug(documentId)))
  const asked = cases.flatMap(({ gold }) => gold.filter(({ essential }) => essential).map(({ law }) => law))
  return [...new Set(asked)].filter((law) => !stored.has(law)).toSorted()
}
