import type { Day } from '../../src/law/day.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import { type AnswerSentence, legalSentences, sentencesOf } from './legal-sentences.ts'
import type { Scores } from './metric.ts'
import { shareOf } from './scorer.ts'
import type { Compare } from './similarity.ts'
import { isTurned } from './turned.ts'

/** The verifier's bar: from here on a sentence's words are the source's words. */
const enoughWords = 0.6

/** What tells whether a text carries a sentence. */
export type Entails = (text: string, sentence: string, asOf: Day) => boolean

/** By rule: most words are there, and no rule of the verifier speaks against it. */
export function entailsByRule(compare: Compare): Entails {
  return (text, sentence, asOf) => compare(sentence, text).words >= enoughWords && !isTurned(sentence, text, asOf)
}

/**
 * Whether sentences stand on what they cite. Coverage (D4) = legal sentences with a source that exists ÷ legal sentences.
 * Support is ALCE's (Gao et al. 2023), with the verifier's rules in place of its English model: recall = legal sentences
 * that the quotes they cite carry together ÷ legal sentences; precision = citations that count ÷ citations, where one of
 * a supported sentence does not count if it does not carry the sentence alone and the others do without it, and none of
 * an unsupported sentence counts. Null where the system does not say which source carries which sentence; support also
 * where it shows no quotes.
 */
export function scoreSupport(entails: Entails, answer: AnswerRecord): Scores {
  const sentences = answer.status === 'answered' ? legalSentences(sentencesOf(answer)) : []
  if (sentences.every(({ sources }) => sources === null)) return {}
  const coverage = shareOf(sentences, ({ sources }) =>
    (sources ?? []).some((at) => answer.sources[at]?.exists !== false),
  )
  if (answer.sources.every(({ quote }) => quote === null)) return { citation_coverage: coverage }
  const judged = sentences.map((sentence) => judge(entails, sentence, answer))
  return {
    citation_coverage: coverage,
    support_recall: shareOf(judged, ({ supported }) => supported),
    support_precision: shareOf(
      judged.flatMap(({ counts }) => counts),
      Boolean,
    ),
  }
}

/** `counts`: of each citation of the sentence, whether it counts. */
function judge(
  entails: Entails,
  { text, sources }: AnswerSentence,
  { sources: all, asOf }: AnswerRecord,
): { supported: boolean; counts: boolean[] } {
  const quotes = [...new Set(sources ?? [])].map((at) => all[at]?.quote ?? '')
  const carries = (some: string[]) => some.length > 0 && entails(some.join('\n'), text, asOf)
  const supported = carries(quotes)
  const counts = quotes.map(
    (quote, at) => supported && (quotes.length === 1 || carries([quote]) || !carries(quotes.toSpliced(at, 1))),
  )
  return { supported, counts }
}
