import { krippendorffAlpha, type Scale } from '../statistics/krippendorff-alpha.ts'
import { grades, type Judgement, pointLabels, preferences } from './judgement.ts'

/** How far reviewers agree in one thing. */
export interface Agreement {
  title: string
  scale: Scale
  /** Krippendorff's; NaN where it tells nothing. */
  alpha: number
  /** Things that at least two judged. */
  units: number
  /** Pairs of judgements of one thing, and how many of them are alike. */
  pairs: number
  alike: number
}

/** Agreement in the grade (ordinal), whether sources carry, the preference (both nominal), and the statements (ordinal). */
export function agreementsOf(judgements: Judgement[]): Agreement[] {
  const said = (kind: Judgement['kind'], values: (line: Judgement) => [string, number][]) =>
    unitsOf(judgements.filter((line) => line.kind === kind).flatMap(values))
  const grade = said('grade', (line) => (line.kind === 'grade' ? [[line.item, grades.indexOf(line.grade)]] : []))
  const sources = said('grade', (line) =>
    line.kind === 'grade' && line.sourcesCarry !== null ? [[line.item, Number(line.sourcesCarry)]] : [],
  )
  const preference = said('preference', (line) =>
    line.kind === 'preference' ? [[line.item, preferences.indexOf(line.preference)]] : [],
  )
  const points = said('points', (line) =>
    line.kind === 'points'
      ? line.labels.map(({ keyPoint, label }) => [JSON.stringify([line.item, keyPoint]), pointLabels.indexOf(label)])
      : [],
  )
  return [
    agreement('Note', 'ordinal', grade, grades.length),
    agreement('Quellen tragen', 'nominal', sources, 2),
    agreement('Vergleich', 'nominal', preference, preferences.length),
    agreement('Aussagen', 'ordinal', points, pointLabels.length),
  ].filter(({ units }) => units > 0)
}

function unitsOf(values: [string, number][]): number[][] {
  const units = new Map<string, number[]>()
  for (const [unit, value] of values) units.set(unit, [...(units.get(unit) ?? []), value])
  return [...units.values()]
}

function agreement(title: string, scale: Scale, units: number[][], categories: number): Agreement {
  const judgedTwice = units.filter(({ length }) => length > 1)
  const pairs = judgedTwice.flatMap((values) =>
    values.flatMap((first, place) => values.slice(place + 1).map((second) => first === second)),
  )
  return {
    title,
    scale,
    alpha: krippendorffAlpha(units, categories, scale),
    units: judgedTwice.length,
    pairs: pairs.length,
    alike: pairs.filter(Boolean).length,
  }
}
