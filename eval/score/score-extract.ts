import type { Answer } from '../../src/law/answer.ts'
import { essentialNorms } from '../reference/essential-norms.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { quotesOverlap } from './quotes-overlap.ts'

/** What one answer is worth beside its reference. Counts, so that they add up over a set. */
export interface ExtractScore {
  id: string
  question: string
  answerable: boolean
  refused: boolean
  /** Reason of the refusal, or null. */
  reason: string | null
  /** Essential norms of the reference, and those of them that are cited. */
  norms: { gold: string[]; cited: string[] }
  /** Claims, and those whose quote shares words with a gold quote, or stands in an Absatz of the gold. */
  claims: { all: number; onQuote: number; inParagraph: number }
  /** Essential gold quotes, and those that a claim's quote touches. */
  quotes: { gold: number; found: number }
}

/** Holds an answer's citations against the norms and quotes that carry the reference answer, essential or not. */
export function scoreExtract(reference: ReferenceCase, answer: Answer): ExtractScore {
  const { id, question, answerable, gold } = reference
  const cited = answer.citations.map(({ document, norm, normKey, paragraph, quote }) => {
    return { law: document.id.replace(/^\w+:/, ''), norm: norm ?? normKey, paragraph, quote }
  })
  const touches = (citation: (typeof cited)[number], each: (typeof gold)[number]) =>
    citation.law === each.law &&
    citation.norm === each.norm &&
    each.quote !== undefined &&
    quotesOverlap(citation.quote, each.quote)
  const claims = answer.claims.map(({ citations }) =>
    citations.flatMap((number) => cited[number - 1] ?? []).filter(({ quote }) => quote !== ''),
  )
  const essential = gold.filter((each) => each.essential && each.quote !== undefined)
  const norms = essentialNorms(reference)
  const names = new Set(cited.map(({ law, norm }) => `${law} ${norm}`))
  return {
    id,
    question,
    answerable,
    refused: answer.mode === 'abstained',
    reason: answer.abstention?.reason ?? null,
    norms: { gold: norms, cited: norms.filter((norm) => names.has(norm)) },
    claims: {
      all: claims.length,
      onQuote: claims.filter((of) => of.some((one) => gold.some((each) => touches(one, each)))).length,
      inParagraph: claims.filter((of) =>
        of.some(({ law, norm, paragraph }) =>
          gold.some(
            (each) => each.law === law && each.norm === norm && (each.para === null || each.para === paragraph),
          ),
        ),
      ).length,
    },
    quotes: {
      gold: essential.length,
      found: essential.filter((each) => cited.some((one) => touches(one, each))).length,
    },
  }
}
