import { splitSentences } from '../../src/text/split-sentences.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import { legalSentences, sentencesOf } from './legal-sentences.ts'
import type { Matcher } from './match-point.ts'
import type { ContentFindings, Scores } from './metric.ts'
import { figure, shareOf } from './scorer.ts'

/** Finds key points (J1 by rules: TREC's nuggets, strict), an expert's sentences and forbidden claims in an answer. */
export function findContent(matcher: Matcher, reference: ReferenceCase, answer: AnswerRecord): ContentFindings {
  const said = answer.status === 'failed' ? [] : sentencesOf(answer).map(({ text }) => text)
  const find = (point: string) => matcher.find(point, said, answer.asOf)
  return {
    points: reference.answerable ? reference.key_points.map(find) : [],
    expert: reference.answerable ? expertSentences(reference).map(find) : [],
    forbidden: reference.forbidden.flatMap((claim) => {
      const sentence = answer.status === 'answered' ? matcher.asserting(claim, said, answer.asOf) : null
      return sentence === null ? [] : [{ claim, sentence }]
    }),
  }
}

/**
 * Key points covered ÷ key points, those contradicted ÷ key points, whether any forbidden claim is made (J3 by rules), and
 * an expert's sentences covered ÷ those of the expert: a figure of its own, never mixed with key points. Of questions that
 * can be answered; forbidden claims of all that were.
 */
export function scoreContent(reference: ReferenceCase, { status }: AnswerRecord, found: ContentFindings): Scores {
  const answered = status === 'answered'
  return {
    key_points_covered: shareOf(found.points, ({ verdict }) => answered && verdict === 'covered'),
    key_points_contradicted: shareOf(found.points, ({ verdict }) => answered && verdict === 'contradicted'),
    expert_sentences_covered: shareOf(found.expert, ({ verdict }) => answered && verdict === 'covered'),
    forbidden_present: reference.forbidden.length > 0 && answered ? figure(found.forbidden.length > 0) : null,
  }
}

/** The sentences of an expert's answer that say something of the law; none where the set has key points. */
export function expertSentences({ key_points: points, reference_answer: expert }: ReferenceCase): string[] {
  if (points.length > 0 || expert === undefined) return []
  const sentences = splitSentences(expert).map(({ start, end }) => ({ text: expert.slice(start, end), sources: null }))
  return legalSentences(sentences).map(({ text }) => text)
}
