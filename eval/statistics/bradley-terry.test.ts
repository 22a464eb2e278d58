import { describe, expect, test } from 'vitest'
import { type Comparison, rankSystems, strengthsOf } from './bradley-terry.ts'
import { exactShare } from './exact-share.ts'

/** `[first, second, wins of the first, wins of the second, ties]`, spread over ten topics. */
type Row = [number, number, number, number, number]

function comparisons(rows: Row[]): Comparison[] {
  return rows.flatMap(([first, second, won, lost, ties]) =>
    [...Array(won).fill(1), ...Array(lost).fill(0), ...Array(ties).fill(0.5)].map((each: number, at) => ({
      first,
      second,
      won: each,
      cluster: `Thema ${at % 10}`,
    })),
  )
}

describe('the ranking', () => {
  test('of two systems is the ratio of their wins', () => {
    const [strong = 0, weak = 0] = strengthsOf([
      [0, 9],
      [1, 0],
    ])!
    expect(strong / weak).toBeCloseTo(9, 6)
  })

  test('is the maximum likelihood of three, as the Python package choix 0.4.1 finds it, ties as half wins', () => {
    // choix.opt_pairwise on every game twice, a tie as one win for each; strengths with the geometric mean 1.
    const strengths = strengthsOf([
      [0, 14, 16],
      [8, 0, 11.5],
      [4, 10.5, 0],
    ])
    for (const [at, expected] of [1.8562118239626242, 0.8492992853787088, 0.6343248224338637].entries())
      expect(strengths?.[at]).toBeCloseTo(expected, 5)
  })

  test('puts the better first, with an interval around its share and ranks that do not pretend', () => {
    const ranking = rankSystems(
      3,
      comparisons([
        [0, 1, 16, 12, 8],
        [0, 2, 28, 4, 4],
        [1, 2, 28, 4, 4],
      ]),
    )
    if (typeof ranking === 'string') throw new Error(ranking)
    expect(ranking.map(({ system }) => system).at(-1)).toBe(2)
    expect(ranking.at(-1)).toMatchObject({ bestRank: 3, worstRank: 3 })
    expect(ranking[0]).toMatchObject({ bestRank: 1, worstRank: 2 })
    for (const { low, preferred, high } of ranking) {
      expect(low).toBeLessThanOrEqual(preferred)
      expect(high).toBeGreaterThanOrEqual(preferred)
    }
  })

  test.each<[string, Row[]]>([
    [
      'too_few',
      [
        [0, 1, 5, 5, 0],
        [1, 2, 5, 5, 0],
      ],
    ],
    // Nobody compared the third.
    ['not_connected', [[0, 1, 30, 20, 0]]],
    // The first never lost: how much better it is cannot be said.
    [
      'not_connected',
      [
        [0, 1, 30, 0, 0],
        [1, 2, 20, 20, 0],
      ],
    ],
  ])('is refused (%s) for %j', (why, rows) => {
    expect(rankSystems(3, comparisons(rows))).toBe(why)
  })

  test('is refused where it hangs on one topic', () => {
    const rows = comparisons([
      [0, 1, 30, 0, 0],
      [1, 2, 20, 20, 0],
    ])
    expect(rankSystems(3, [...rows, { first: 1, second: 0, won: 1, cluster: 'allein' }])).toBe('unstable')
  })
})

describe('an exact share', () => {
  test('has the interval of Clopper and Pearson, also where nothing happened', () => {
    // R: binom.test(0, 60) and binom.test(3, 60).
    expect(exactShare(0, 60).low).toBe(0)
    expect(exactShare(0, 60).high).toBeCloseTo(1 - 0.025 ** (1 / 60), 10)
    expect(exactShare(3, 60).low).toBeCloseTo(0.01043, 4)
    expect(exactShare(3, 60).high).toBeCloseTo(0.13924, 4)
    expect(exactShare(60, 60)).toMatchObject({ high: 1 })
  })
})
