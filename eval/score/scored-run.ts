import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord, RunFacts } from '../run/answer-record.ts'
import type { Metric, ScoredQuestion } from './metric.ts'

/** A run with its figures: what reports, comparisons and the gate are made of. */
export interface ScoredRun {
  /** The run's folder name. */
  name: string
  facts: RunFacts
  cases: ReferenceCase[]
  /** All repeats, in the order of the cases. */
  answers: AnswerRecord[]
  /** One for each case that has an answer. */
  questions: ScoredQuestion[]
  /** Figures that at least one question has, in the order reports show them. */
  metrics: Metric[]
  /** Whether figures of the group `judge` may be believed: `uncalibrated` ones are shown as that and never gate. */
  judge: 'none' | 'uncalibrated' | 'calibrated'
}
