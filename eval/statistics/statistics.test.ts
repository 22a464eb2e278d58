import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustForMany } from './benjamini-hochberg.ts'
import { chanceOfZero, estimateMean, type Observation } from './cluster-bootstrap.ts'
import { detectableMean, detectableShare } from './detectable-difference.ts'
import { boundWithoutEvent } from './exact-bound.ts'
import { mcnemarExact } from './mcnemar.ts'

const alone = (values: number[]): Observation[] =>
  values.map((value, place) => ({ value, cluster: `topic ${place}`, weight: 1 }))

describe('the interval of a mean', () => {
  // scipy 1.x, stats.bootstrap(method='BCa', n_resamples=100000), three seeds.
  test.each([
    [[0.9, 0.1, 0.4, 0.4, 1, 0, 0.2, 0.8, 0.7, 0.3, 0.95, 0.05, 0.6, 0.6, 0.15, 1, 1, 0.2, 0.35, 0.5], 0.365, 0.6575],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.2, 0.4, 3, 5], 0.05, 1.64],
  ])('is that of an independent implementation of BCa', (values, low, high) => {
    const estimate = estimateMean(alone(values))
    expect(estimate.low).toBeCloseTo(low, 1.3)
    expect(Math.abs(estimate.low - low)).toBeLessThan(0.02)
    expect(Math.abs(estimate.high - high)).toBeLessThan(0.08)
  })

  test('holds the mean, stays within the values, and does not depend on the order of the questions', () => {
    const question = fc.record({
      value: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
      cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      weight: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(question, { minLength: 2, maxLength: 20 }), (observations) => {
        const { mean, low, high, clusters } = estimateMean(observations)
        fc.pre(clusters > 1)
        expect(low).toBeLessThanOrEqual(mean + 1e-9)
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        const turned = estimateMean(observations.toReversed())
        expect(turned.low).toBeCloseTo(low, 9)
        expect(turned.high).toBeCloseTo(high, 9)
      }),
      { numRuns: 12 },
    )
  })

  test('is wider where questions come in clusters that agree', () => {
    const values = Array.from({ length: 40 }, (_, place) => (place < 20 ? 1 : 0))
    const clustered = values.map((value, place) => ({ value, cluster: `topic ${Math.floor(place / 5)}`, weight: 1 }))
    const width = ({ low, high }: { low: number; high: number }) => high - low
    expect(width(estimateMean(clustered))).toBeGreaterThan(1.5 * width(estimateMean(alone(values))))
  })

  test('is not made up where there is one topic alone or none', () => {
    expect(estimateMean([{ value: 1, cluster: 'a', weight: 1 }])).toMatchObject({
      mean: 1,
      low: Number.NaN,
      clusters: 1,
    })
    expect(estimateMean([])).toMatchObject({ mean: Number.NaN, n: 0 })
  })

  test('weights count: a question of weight 3 counts as three', () => {
    const weighted = [
      { value: 1, cluster: 'a', weight: 3 },
      { value: 0, cluster: 'b', weight: 1 },
    ]
    expect(estimateMean(weighted).mean).toBe(0.75)
  })
})

describe('whether a difference may be chance', () => {
  test('McNemar, by hand: 2 against 10 is 2 · (1 + 12 + 66) / 4096', () => {
    expect(mcnemarExact({ onlyFirst: 2, onlySecond: 10 })).toBeCloseTo(158 / 4096, 9)
    expect(mcnemarExact({ onlyFirst: 10, onlySecond: 2 })).toBeCloseTo(158 / 4096, 9)
    expect(mcnemarExact({ onlyFirst: 5, onlySecond: 6 })).toBe(1)
    expect(mcnemarExact({ onlyFirst: 0, onlySecond: 0 })).toBe(1)
  })

  test('the paired bootstrap calls a constant gain no chance, and a coin no gain', () => {
    expect(chanceOfZero(alone(Array<number>(20).fill(0.2)))).toBeLessThan(0.001)
    expect(chanceOfZero(alone(Array.from({ length: 40 }, (_, place) => (place % 2 === 0 ? 1 : -1))))).toBe(1)
    expect(chanceOfZero(alone([0.5]))).toBe(1)
  })

  test('of many comparisons each p is adjusted (scipy false_discovery_control)', () => {
    const adjusted = adjustForMany([0.01, 0.04, 0.03, 0.005, 0.2, 0.2])
    for (const [place, p] of [0.03, 0.06, 0.06, 0.03, 0.2, 0.2].entries()) expect(adjusted[place]).toBeCloseTo(p, 12)
    expect(adjustForMany([])).toEqual([])
  })

  test('adjusting never makes a p smaller, nor turns the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (pValues) => {
        const adjusted = adjustForMany(pValues)
        pValues.forEach((p, place) => expect(adjusted[place]).toBeGreaterThanOrEqual(p * (1 - 1e-12)))
        const order = pValues.map((p, place) => [p, adjusted[place] ?? 1] as const).toSorted(([a], [b]) => a - b)
        order.forEach(([, q], place) => expect(q).toBeGreaterThanOrEqual((order[place - 1]?.[1] ?? 0) - 1e-12))
      }),
    )
  })
})

describe('what so many questions can show', () => {
  // Sample sizes of the design's table (McNemar, power 80 %, alpha 5 %).
  test.each([
    [312, 0.1, 0.05],
    [182, 0.15, 0.08],
    [155, 0.2, 0.1],
    [103, 0.3, 0.15],
  ])('%i pairs, a share of %f of them discordant, show a difference of %f', (n, discordant, difference) => {
    expect(detectableShare(n, discordant)).toBeCloseTo(difference, 2)
  })

  test('too few discordant pairs show nothing', () => {
    expect(detectableShare(30, 0)).toBeNull()
    expect(detectableShare(10, 0.1)).toBeNull()
  })

  test('a mean needs (1.96 + 0.84) standard errors', () => {
    expect(detectableMean(1.96)).toBeCloseTo(2.8, 2)
  })

  test('30 questions without a failure leave 9.5 % possible, 300 one', () => {
    expect(boundWithoutEvent(30)).toBeCloseTo(0.095, 3)
    expect(boundWithoutEvent(300)).toBeCloseTo(0.01, 3)
    expect(boundWithoutEvent(0)).toBe(1)
  })
})
