import type { Metric, ScoredQuestion } from '../score/metric.ts'
import { adjustForMany } from './benjamini-hochberg.ts'
import { compareMetric, type MetricComparison } from './compare-metric.ts'

/** A comparison within the questions of one slice. */
interface SliceComparison extends MetricComparison {
  slice: string
  /** p adjusted over all slices and figures that are not headlines. */
  adjustedP: number
  /** Whether the difference stands after the adjustment: at most a tenth of those that do are expected to be chance. */
  stands: boolean
}

export interface RunComparison {
  metrics: MetricComparison[]
  slices: SliceComparison[]
}

const falseDiscoveryRate = 0.1
/** Fewer questions than this say nothing of a slice. */
const leastQuestions = 5

/** Two runs on the same questions: every figure over all questions, then over each slice with the correction for many. */
export function compareRuns(metrics: Metric[], first: ScoredQuestion[], second: ScoredQuestion[]): RunComparison {
  const whole = metrics.map((metric) => compareMetric(metric, first, second)).filter(({ n }) => n > 0)
  const parts = slicesOf(first).flatMap((slice) => {
    const within = ({ slices }: ScoredQuestion) => slices.includes(slice)
    return metrics
      .filter(({ headline }) => !headline)
      .map((metric) => ({ slice, ...compareMetric(metric, first.filter(within), second.filter(within)) }))
      .filter(({ n }) => n >= leastQuestions)
  })
  const adjusted = adjustForMany(parts.map(({ p }) => p))
  const slices = parts.map((part, place) => {
    const adjustedP = adjusted[place] ?? 1
    return { ...part, adjustedP, stands: adjustedP <= falseDiscoveryRate }
  })
  return { metrics: whole, slices }
}

function slicesOf(questions: ScoredQuestion[]): string[] {
  return [...new Set(questions.flatMap(({ slices }) => slices))].toSorted()
}
