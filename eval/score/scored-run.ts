import { staticTextVectors } from '../../src/models/static-embedding.ts'
import { type Calibration, lackingIn } from '../judge/calibration.ts'
import type { JudgeLine, PointsLine } from '../judge/judge-line.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord, RunFacts } from '../run/answer-record.ts'
import { createAnswerScorer, type ScoredAnswer } from './score-answer.ts'
import type { Metric, ScoredQuestion, Scores } from './metric.ts'
import { metrics } from './metrics.ts'
import { scoreConsistency } from './score-consistency.ts'
import { scoreDays } from './score-days.ts'
import { clusterOf, slicesOf } from './slices-of.ts'

/** A run as its folder holds it. */
export interface Run {
  /** The folder's name. */
  name: string
  facts: RunFacts
  cases: ReferenceCase[]
  /** All repeats, in the order of the cases. */
  answers: AnswerRecord[]
  /** Where a judge was asked. */
  judged?: { lines: JudgeLine[]; calibrations: Calibration[] }
}

/** A run with its figures: what reports, comparisons and the gate are made of. */
export interface ScoredRun extends Omit<Run, 'judged'> {
  /** One for each case that has an answer. */
  questions: ScoredQuestion[]
  /** Figures that at least one question has, in the order reports show them. */
  metrics: Metric[]
  /** Whether figures of the group `judge` may be believed: `uncalibrated` ones are shown as that and never gate. */
  judge: 'none' | 'uncalibrated' | 'calibrated'
}

/** Scores a run from its folder's content alone: the same content gives the same figures, and nothing is asked. */
export function scoreRun({ judged, ...run }: Run): ScoredRun {
  const lines = latestJudge(judged?.lines ?? [])
  const scoreAnswer = createAnswerScorer(staticTextVectors(), lines)
  const scored = new Map(
    run.cases.map((reference) => [reference.id, scoreRepeats(reference, run.answers, scoreAnswer)]),
  )
  const questions = run.cases.flatMap((reference): ScoredQuestion[] => {
    const repeats = scored.get(reference.id) ?? []
    if (repeats.length === 0) return []
    const outcomesOf = (id: string) => scored.get(id)?.map(({ outcome }) => outcome) ?? []
    const outcomes = outcomesOf(reference.id).filter((outcome) => outcome !== null)
    return [
      {
        caseId: reference.id,
        cluster: clusterOf(reference, run.cases),
        slices: slicesOf(reference, run.cases),
        weight: reference.weight ?? 1,
        scores: {
          ...meanOf(repeats.map(({ scores }) => scores)),
          ...scoreConsistency(repeats.map(({ answer }) => answer)),
          point_in_time_pairs: scoreDays(reference, run.cases, outcomesOf),
        },
        outcomes,
        content: repeats.map(({ content }) => content),
      },
    ]
  })
  const known = metrics.filter(({ id }) => questions.some(({ scores }) => (scores[id] ?? null) !== null))
  return { ...run, questions, metrics: known, judge: beliefIn(lines, judged?.calibrations ?? []) }
}

function scoreRepeats(
  reference: ReferenceCase,
  answers: AnswerRecord[],
  scoreAnswer: ReturnType<typeof createAnswerScorer>,
): ScoredAnswer[] {
  return answers
    .filter(({ caseId }) => caseId === reference.id)
    .toSorted((a, b) => a.repeat - b.repeat)
    .map((answer) => scoreAnswer(reference, answer))
}

/** Each figure's mean over the repeats that have it. */
function meanOf(repeats: Scores[]): Scores {
  const ids = [...new Set(repeats.flatMap((scores) => Object.keys(scores)))]
  return Object.fromEntries(
    ids.map((id) => {
      const values = repeats.map((scores) => scores[id] ?? null).filter((value) => value !== null)
      return [id, values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length]
    }),
  )
}

/** Verdicts of the judge asked last; those of other models and prompts are not mixed with them. */
export function latestJudge(lines: JudgeLine[]): PointsLine[] {
  const points = lines.filter((line) => line.kind === 'points')
  const last = points.at(-1)
  return points.filter(({ model, promptHash }) => model === last?.model && promptHash === last.promptHash)
}

function beliefIn(lines: { model: string; promptHash: string }[], calibrations: Calibration[]): ScoredRun['judge'] {
  const [judge] = lines
  if (!judge) return 'none'
  const own = calibrations.findLast(({ model, promptHash }) => model === judge.model && promptHash === judge.promptHash)
  return own && lackingIn(own).length === 0 ? 'calibrated' : 'uncalibrated'
}
