import type { AnswerRecord } from '../run/answer-record.ts'
import type { Outcome, Scores } from './metric.ts'

/** J5's bar for what an accurate answer states, and for the gold norms it rests on. */
const enough = 0.8

/**
 * RegLab's classes (Magesh et al. 2024) `nach Regeln`, from an answer's figures: hallucinated = a place that does not
 * exist, or a cited one that was not in force, a quote that is not verbatim, a forbidden claim, or a key point contradicted; accurate =
 * none of these, at least 0.8 of the key points and of the essential norms; incomplete = the rest, failures included;
 * refused = said nothing. What only a reader can tell (a false claim nobody listed) makes no answer hallucinated here. Null
 * where the question has neither key points nor gold to tell by.
 */
export function outcomeOf({ status }: AnswerRecord, scores: Scores): Outcome | null {
  if (status !== 'answered') return status === 'refused' ? 'refused' : 'incomplete'
  const holds = ['citations_exist', 'citations_in_force', 'quotes_verbatim', 'references_exist']
  if (holds.some((id) => (scores[id] ?? 1) < 1)) return 'hallucinated'
  if ((scores['forbidden_present'] ?? 0) > 0 || (scores['key_points_contradicted'] ?? 0) > 0) return 'hallucinated'
  const reached = [scores['key_points_covered'] ?? null, scores['citation_recall'] ?? null]
  const known = reached.filter((each) => each !== null)
  if (known.length === 0) return null
  return known.every((each) => each >= enough) ? 'accurate' : 'incomplete'
}

/** The classes as figures, of questions that can be answered; a hallucination counts wherever something was answered. */
export function outcomeScores(answerable: boolean, { status }: AnswerRecord, outcome: Outcome | null): Scores {
  if (outcome === null) return {}
  const is = (other: Outcome) => (outcome === other ? 1 : 0)
  return {
    outcome_accurate: answerable ? is('accurate') : null,
    outcome_incomplete: answerable ? is('incomplete') + is('refused') : null,
    outcome_hallucinated: answerable || status === 'answered' ? is('hallucinated') : null,
  }
}
