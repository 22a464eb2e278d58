import type { Answer, Citation } from '../src/law/answer.ts'
import { toDay } from '../src/law/day.ts'
import type { Database } from '../src/store/database.ts'
import { findNorm } from '../src/store/find-norm.ts'
import { inventedAnswer } from './invented-service.ts'

/** An answer that quotes stored norms whole, one claim each, as they were in force on the day; `created` is when it was given. */
export async function citeNorms(
  database: Database,
  documentId: string,
  norms: string[],
  { asOf, created }: { asOf: string; created: string },
): Promise<Answer> {
  const citations: Citation[] = []
  for (const name of norms) {
    const lookup = await findNorm(database, documentId, name, toDay(asOf))
    if (!lookup.found) throw new Error(`${name} is not stored`)
    const { norm } = lookup
    const [passage] = norm.passages
    if (!passage) throw new Error(`${name} has no passage`)
    citations.push({
      number: citations.length + 1,
      document: norm.document,
      norm: norm.norm,
      paragraph: passage.paragraph,
      sentences: [1],
      label: norm.label,
      quote: norm.text.slice(passage.start, passage.end),
      start: passage.start,
      end: passage.end,
      sha256: norm.sha256,
      passageId: passage.id,
      normKey: norm.key,
      validFrom: norm.validFrom,
      validTo: norm.validTo,
      validBasis: norm.validBasis,
      url: norm.url,
      urlShows: norm.urlShows,
    })
  }
  const question = { text: `Was sagt ${norms.join(', ')}?`, territory: 'DE-NW', style: 'short' as const, kinds: null }
  return {
    ...inventedAnswer({ ...question, asOf: toDay(asOf) }),
    createdAt: `${created}T09:00:00.000Z`,
    citations,
    claims: citations.map(({ quote, number }) => ({
      text: quote,
      role: 'rule' as const,
      citations: [number],
      exists: true,
      supports: 'rule' as const,
    })),
  }
}
