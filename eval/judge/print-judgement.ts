import type { Metric } from '../score/metric.ts'
import type { ScoredRun } from '../score/scored-run.ts'
import { estimateMean } from '../statistics/cluster-bootstrap.ts'
import { lackingIn } from './calibration.ts'
import type { CalibrationReport } from './calibrate.ts'
import { type JudgeVerdict, judgeVerdicts, type PointsLine } from './judge-line.ts'
import type { Judgement } from './judge-run.ts'
import type { Preference } from './preference.ts'

const names: Record<JudgeVerdict, string> = {
  supported: 'enthalten',
  partly: 'teilweise',
  missing: 'fehlt',
  contradicted: 'widersprochen',
  unreadable: 'nicht lesbar',
}

/** What a judge said of a run, how often it could not be read, and its figures with intervals. German. */
export function printVerdicts({ lines, asked }: Judgement<PointsLine>, run: ScoredRun): string {
  const mark = run.judge === 'calibrated' ? '' : ' – nicht kalibriert'
  const verdicts = lines.flatMap((line) => line.verdicts)
  const counts = judgeVerdicts.map((each) => {
    const own = verdicts.filter(({ verdict }) => verdict === each).length
    return `${names[each]} ${own}`
  })
  const known = run.metrics.filter(({ group }) => group === 'judge')
  return [
    `${lines.length} Antworten beurteilt, ${asked} davon jetzt; ${verdicts.length} Aussagen: ${counts.join(', ')}.`,
    ...known.map((metric) => `${metric.title}: ${intervalOf(metric, run)}${mark}`),
  ].join('\n')
}

/** German. What a judge prefers has nothing it could be calibrated by. */
export function printPreference(own: string, other: string, preference: Preference): string {
  const { questions, wins, losses, ties, inconsistent, unreadable, share } = preference
  const rate = questions === 0 ? '–' : percent(inconsistent / questions)
  return [
    `${questions} Fragen, jede in beiden Reihenfolgen: ${own} besser ${wins}, ${other} besser ${losses}, gleich ${ties},`,
    `nach Vertauschen anders beurteilt ${inconsistent} (${rate}, zählen als gleich), nicht lesbar ${unreadable}.`,
    `Anteil für ${own}: ${interval(share)} – nicht kalibriert`,
  ].join('\n')
}

/** German; says what is missing where the judge may not be believed. */
export function printCalibration({ calibration, refused, unmatched }: CalibrationReport): string {
  const { items, negatives, kappa, weightedKappa, sensitivity, specificity, unreadable, reviewers } = calibration
  const lacking = lackingIn({ ...calibration, labelsSha256: '', measuredAt: '' })
  return [
    `Urteilsmodell ${calibration.model} gegen ${reviewers.join(', ')}: ${items} Aussagen, ${percent(negatives)} davon nicht enthalten.`,
    `Cohens κ ${decimal(kappa)}, linear gewichtet ${decimal(weightedKappa)}; Sensitivität ${decimal(sensitivity)}, Spezifität ${decimal(specificity)}; nicht lesbar ${percent(unreadable)}.`,
    ...(refused > 0 ? [`${refused} Urteile von Entwicklern oder Modellen zählen nicht.`] : []),
    ...(unmatched > 0 ? [`${unmatched} Urteile betreffen Aussagen, die das Modell nicht beurteilt hat.`] : []),
    lacking.length === 0 ? 'Kalibriert.' : `Nicht kalibriert: ${lacking.join(', ')}.`,
  ].join('\n')
}

function intervalOf({ id }: Metric, { questions }: ScoredRun): string {
  const observations = questions.flatMap(({ scores, cluster, weight }) => {
    const value = scores[id] ?? null
    return value === null ? [] : [{ value, cluster, weight }]
  })
  return interval(estimateMean(observations))
}

function interval({ mean, low, high, n }: { mean: number; low: number; high: number; n: number }): string {
  return `${decimal(mean)} (95 %: ${decimal(low)} bis ${decimal(high)}; ${n} Fragen)`
}

function decimal(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2).replace('.', ',') : '–'
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).replace('.', ',')} %`
}
