import type { StoredRun } from '../run/read-run.ts'
import type { Metric, ScoredQuestion } from '../score/metric.ts'
import { clusterOf } from '../score/slices-of.ts'
import type { ClusterEstimate } from '../statistics/cluster-bootstrap.ts'
import { estimateMetric } from '../statistics/estimate-metric.ts'
import { type ExactShare, exactShare } from '../statistics/exact-share.ts'
import type { GradeLine } from './judgement.ts'

/** What people's grades say of one system. */
export interface SystemFigures {
  run: StoredRun
  answers: number
  judgements: number
  reviewers: number
  /** Shares of the judgements of an answer, averaged over answers; intervals over topics. */
  correct: ClusterEstimate
  usable: ClusterEstimate
  sourcesCarry: ClusterEstimate
  /** Answers that anybody called dangerous. */
  dangerous: ExactShare
}

const shares = {
  correct: ({ grade }: GradeLine) => grade === 'correct',
  usable: ({ grade }: GradeLine) => grade === 'correct' || grade === 'partly',
  sources: ({ sourcesCarry }: GradeLine) => sourcesCarry,
} satisfies Record<string, (line: GradeLine) => boolean | null>

/** An answer that several people judged counts once: it has the share of them who said so. */
export function figuresOf(run: StoredRun, grades: GradeLine[]): SystemFigures {
  const own = grades.filter((line) => line.run === run.name)
  const answers = [...new Set(own.map(({ item }) => item))].map((item) => own.filter((line) => line.item === item))
  const questions = answers.map((lines) => scoredQuestion(run, lines))
  const dangerous = answers.filter((lines) => lines.some(({ grade }) => grade === 'dangerous'))
  return {
    run,
    answers: answers.length,
    judgements: own.length,
    reviewers: new Set(own.map(({ reviewer }) => reviewer)).size,
    correct: estimateMetric(metricOf('correct'), questions),
    usable: estimateMetric(metricOf('usable'), questions),
    sourcesCarry: estimateMetric(metricOf('sources'), questions),
    dangerous: exactShare(dangerous.length, answers.length),
  }
}

function scoredQuestion({ cases }: StoredRun, lines: GradeLine[]): ScoredQuestion {
  const caseId = lines[0]?.caseId ?? ''
  const reference = cases.find(({ id }) => id === caseId)
  return {
    caseId,
    cluster: reference ? clusterOf(reference, cases) : caseId,
    slices: [],
    weight: reference?.weight ?? 1,
    scores: Object.fromEntries(Object.entries(shares).map(([id, said]) => [id, shareSaying(lines.map(said))])),
  }
}

function shareSaying(answers: (boolean | null)[]): number | null {
  const given = answers.filter((answer) => answer !== null)
  return given.length === 0 ? null : given.filter(Boolean).length / given.length
}

function metricOf(id: keyof typeof shares): Metric {
  return { id, title: id, group: 'content', better: 'higher', scale: 'share', unit: '', headline: true }
}
