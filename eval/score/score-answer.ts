import type { PointsLine } from '../judge/judge-line.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import { createMatcher } from './match-point.ts'
import type { ContentFindings, Outcome, Scores } from './metric.ts'
import { outcomeOf, outcomeScores } from './outcome.ts'
import { scoreCitedPlaces } from './score-cited-places.ts'
import { scoreCost } from './score-cost.ts'
import { scoreForm } from './score-form.ts'
import { scoreJudged } from './score-judged.ts'
import { findContent, scoreContent } from './score-key-points.ts'
import { scoreRefusal } from './score-refusal.ts'
import { scoreRetrieval } from './score-retrieval.ts'
import { scoreSources } from './score-sources.ts'
import { entailsByRule, scoreSupport } from './score-support.ts'
import type { Scorer } from './scorer.ts'
import { createSimilarity } from './similarity.ts'

/** One answer with its figures and what they were told by. */
export interface ScoredAnswer {
  answer: AnswerRecord
  scores: Scores
  outcome: Outcome | null
  content: ContentFindings
}

const scorers: Scorer[] = [scoreRetrieval, scoreCitedPlaces, scoreSources, scoreRefusal, scoreForm, scoreCost]

/** Scores answers one by one; texts read once are remembered. `lines`: the verdicts of one judge. */
export function createAnswerScorer(
  vectorOf: (text: string) => Float32Array,
  lines: PointsLine[] = [],
): (reference: ReferenceCase, answer: AnswerRecord) => ScoredAnswer {
  const compare = createSimilarity(vectorOf)
  const matcher = createMatcher(compare)
  const entails = entailsByRule(compare)
  return (reference, answer) => {
    const content = findContent(matcher, reference, answer)
    const scores = Object.assign(
      {},
      ...scorers.map((score) => score(reference, answer)),
      scoreSupport(entails, answer),
      scoreContent(reference, answer, content),
      scoreJudged(lines, reference, answer),
    ) as Scores
    const outcome = outcomeOf(answer, scores)
    return { answer, content, outcome, scores: { ...scores, ...outcomeScores(reference.answerable, answer, outcome) } }
  }
}
