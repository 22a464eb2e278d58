import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestBits, type SignBits } from './nearest-bits.ts'

const numbers = fc.integer({ min: -100, max: 100 })
const vectors = fc.integer({ min: 1, max: 20 }).chain((dimension) =>
  fc.record({
    asked: fc.array(numbers, { minLength: dimension, maxLength: dimension }),
    stored: fc.array(fc.array(numbers, { minLength: dimension, maxLength: dimension }), { maxLength: 40 }),
  }),
)

test('whatever the vectors, those whose signs fit best are chosen, as many as asked for where there are as many', () => {
  fc.assert(
    fc.property(vectors, fc.integer({ min: 1, max: 10 }), ({ asked, stored }, most) => {
      const chosen = nearestBits(packed(stored), Float32Array.from(asked), most)
      const fits = stored.map((each) =>
        each.reduce((sum, value, at) => sum + (value > 0 ? 1 : -1) * (asked[at] ?? 0), 0),
      )
      const best = fits.toSorted((a, b) => b - a).slice(0, most)
      expect(chosen.map((row) => fits[row]).toSorted((a, b) => (b ?? 0) - (a ?? 0))).toEqual(best)
      expect(new Set(chosen).size).toBe(chosen.length)
    }),
  )
})

/** As PostgreSQL sends them: a bit for each number, set where it is above 0, the first highest in its byte; the rows are their numbers. */
function packed(stored: number[][]): SignBits {
  const bytesPerRow = Math.ceil((stored[0]?.length ?? 8) / 8)
  const bytes = new Uint8Array(stored.length * bytesPerRow)
  for (const [row, each] of stored.entries())
    for (const [place, value] of each.entries())
      if (value > 0)
        bytes[row * bytesPerRow + (place >> 3)] = (bytes[row * bytesPerRow + (place >> 3)] ?? 0) | (0x80 >> (place & 7))
  return { passageIds: Float64Array.from(stored.keys()), bytes, bytesPerRow }
}
