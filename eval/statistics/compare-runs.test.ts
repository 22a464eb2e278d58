import { describe, expect, test } from 'vitest'
import type { Metric, ScoredQuestion } from '../score/metric.ts'
import { compareMetric } from './compare-metric.ts'
import { compareRuns } from './compare-runs.ts'
import { describeComparison } from './describe-comparison.ts'

const share: Metric = {
  id: 'right',
  title: 'Richtig',
  group: 'content',
  better: 'higher',
  scale: 'share',
  unit: '',
  headline: true,
}
const mean: Metric = { ...share, id: 'recall', title: 'Normen gefunden', scale: 'mean', headline: false }
const names = { first: 'alt', second: 'neu' }

function run(values: number[], id = 'right', slice: (place: number) => string = () => 'Art: alle'): ScoredQuestion[] {
  return values.map((value, place) => ({
    caseId: `f-${place}`,
    cluster: `Thema ${place}`,
    slices: [slice(place)],
    weight: 1,
    scores: { [id]: value },
  }))
}
const ones = (n: number) => Array<number>(n).fill(1)
const zeros = (n: number) => Array<number>(n).fill(0)

describe('two runs of the same questions', () => {
  test('a run that wins twenty questions and loses one is better, and the lost one is named first', () => {
    const first = run([...zeros(20), 1, ...ones(29)])
    const second = run([...ones(20), 0, ...ones(29)])
    const compared = compareMetric(share, first, second)
    expect(compared).toMatchObject({ verdict: 'better', n: 50, discordant: { onlyFirst: 1, onlySecond: 20 } })
    expect(compared.flips[0]).toEqual({ caseId: 'f-20', first: 1, second: 0 })
    expect(describeComparison(compared, names)).toBe(
      'Richtig: neu ist besser als alt: +38,0 Punkte (95 %: +24,0 bis +54,0; n = 50, 20 Fragen gewonnen, 1 verloren, p < 0,001).',
    )
  })

  test('a run against itself shows no difference, whatever the figure', () => {
    for (const metric of [share, mean]) {
      const one = run([1, 0, 1, 1, 0, 1], metric.id)
      const compared = compareMetric(metric, one, one)
      expect(compared).toMatchObject({ verdict: 'no_worse', p: 1, flips: [] })
      expect(describeComparison(compared, names)).toContain('kein belegbarer Unterschied')
    }
  })

  test('a few questions turned are no proof, and it is said what would be', () => {
    const compared = compareMetric(share, run([...zeros(3), ...ones(17), 1, 1]), run([...ones(3), ...ones(17), 0, 0]))
    expect(compared.verdict).toBe('none')
    expect(describeComparison(compared, names)).toMatch(/kein belegbarer Unterschied .* 3 Fragen gewonnen, 2 verloren/)
  })

  test('what is measured in milliseconds is better when it is lower, and no points are made of it', () => {
    const wait: Metric = { ...mean, id: 'ms', title: 'Wartezeit', better: 'lower', unit: 'ms' }
    const slow = run(
      Array.from({ length: 20 }, (_, place) => 1000 + place),
      'ms',
    )
    const fast = run(
      Array.from({ length: 20 }, (_, place) => 400 + place),
      'ms',
    )
    const compared = compareMetric(wait, slow, fast)
    expect(compared.verdict).toBe('better')
    expect(describeComparison(compared, names)).toContain('−600 ms')
  })

  test('only questions that both runs have a figure for count', () => {
    const first = run([1, 1, 0])
    const second = run([1, 1, 0]).map((one, place) => (place === 2 ? { ...one, scores: { right: null } } : one))
    expect(compareMetric(share, first, second).n).toBe(2)
    expect(describeComparison(compareMetric(share, first, []), names)).toContain('keine Frage')
  })

  test('swapping the runs turns every sign and keeps every p', () => {
    const [a, b] = [run([1, 0, 0, 1, 1, 0, 1, 0]), run([0, 1, 1, 1, 1, 1, 1, 1])]
    const [forth, back] = [compareMetric(share, a, b), compareMetric(share, b, a)]
    expect(back.p).toBe(forth.p)
    expect(back.difference.mean).toBeCloseTo(-forth.difference.mean, 12)
  })
})

describe('many slices', () => {
  test('are corrected for being many, and small ones are left out', () => {
    const slice = (place: number) => (place < 3 ? 'Art: klein' : `Art: ${Math.floor(place / 20)}`)
    const values = Array.from({ length: 200 }, (_, place) => (place * 7919) % 2)
    const others = values.map((value, place) => (place % 31 === 0 ? 1 - value : value))
    const compared = compareRuns([mean], run(values, 'recall', slice), run(others, 'recall', slice))
    expect(compared.slices.map((each) => each.slice)).not.toContain('Art: klein')
    for (const { p, adjustedP, stands } of compared.slices) {
      expect(adjustedP).toBeGreaterThanOrEqual(p)
      expect(stands).toBe(adjustedP <= 0.1)
    }
  })

  test('headline figures are compared over all questions alone', () => {
    expect(compareRuns([share], run(ones(10)), run(zeros(10)))).toMatchObject({ slices: [] })
  })
})
