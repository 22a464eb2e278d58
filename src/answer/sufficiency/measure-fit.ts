import type { RankedPassage } from '../../law/passage.ts'

/** What likeness to the questions people ask adds to likeness of meaning. */
const askedWeight = 0.42

/**
 * How well what was found fits the question: the cosine of the nearest passage, and the BM25 of the most alike asked
 * questions (a sum over the question's words, so that long questions, whose cosines are lower, are not thought unfit).
 * Null where one of the two is missing: then nothing can be said. Weight and bounds are fitted to development
 * questions, asked questions held out, and questions that no statute answers (docs/quality.md).
 */
export function measureFit(passages: RankedPassage[]): number | null {
  const nearest = best(passages, 'vector')
  const asked = best(passages, 'asked')
  return nearest === null || asked === null ? null : nearest + askedWeight * Math.log1p(asked)
}

/** Below `doubtful` an extract is not shown, below `clear` no model is asked. */
export const fitBounds = { doubtful: 1.45, clear: 1.35 }

function best(passages: RankedPassage[], way: 'vector' | 'asked'): number | null {
  const scores = passages.flatMap(({ why }) => why.flatMap(({ by, score }) => (by === way ? (score ?? []) : [])))
  return scores.length === 0 ? null : Math.max(...scores)
}
