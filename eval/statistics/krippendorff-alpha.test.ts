import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { krippendorffAlpha } from './krippendorff-alpha.ts'

const none = null
/** Krippendorff 2011, section D: four observers, twelve units, five values, some missing. */
const published = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
]
const units = Array.from({ length: 12 }, (_, unit) =>
  published.flatMap((observer) => (observer[unit] === none ? [] : [(observer[unit] ?? 0) - 1])),
)

describe("Krippendorff's alpha", () => {
  test('is what his own worked example has: 0.743 for names, 0.815 for an order', () => {
    expect(krippendorffAlpha(units, 5, 'nominal')).toBeCloseTo(0.743, 3)
    expect(krippendorffAlpha(units, 5, 'ordinal')).toBeCloseTo(0.815, 3)
  })

  test('is what the Python package krippendorff 0.9.0 computes', () => {
    expect(krippendorffAlpha(units, 5, 'nominal')).toBeCloseTo(0.743421052631579, 12)
    expect(krippendorffAlpha(units, 5, 'ordinal')).toBeCloseTo(0.8153875037548814, 12)
  })

  test('worked by hand: two reviewers, three answers, one apart', () => {
    // Values a a | a b | b b: observed 2 of 6 ordered pairs apart, expected 2·3·3 ÷ (6·5) = 0.6; α = 1 − (1/3) ÷ 0.6.
    expect(
      krippendorffAlpha(
        [
          [0, 0],
          [0, 1],
          [1, 1],
        ],
        2,
        'nominal',
      ),
    ).toBeCloseTo(4 / 9, 12)
  })

  test('is 1 for full agreement, never more, the same in any order, and blind to what one alone judged', () => {
    const unit = fc.array(fc.nat(3), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 12 }), (some) => {
        const alpha = krippendorffAlpha(some, 4, 'ordinal')
        if (!Number.isNaN(alpha)) expect(alpha).toBeLessThanOrEqual(1 + 1e-12)
        const turned = krippendorffAlpha(
          some.toReversed().map((each) => each.toReversed()),
          4,
          'ordinal',
        )
        if (Number.isNaN(alpha)) expect(turned).toBeNaN()
        else expect(turned).toBeCloseTo(alpha, 9)
        const alone = krippendorffAlpha([...some, [3]], 4, 'ordinal')
        if (!Number.isNaN(alpha)) expect(alone).toBeCloseTo(alpha, 12)
        const same = some.map((values) => [values[0] ?? 0, values[0] ?? 0])
        const full = krippendorffAlpha(same, 4, 'nominal')
        if (new Set(same.flat()).size > 1) expect(full).toBe(1)
        else expect(full).toBeNaN()
      }),
    )
  })
})
