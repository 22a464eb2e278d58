import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashedEmbedding } from './hashed-embedding.ts'

const model = hashedEmbedding()

async function likeness(left: string, right: string): Promise<number> {
  const [a, b] = await model.embed([left, right], 'passage')
  return a?.reduce((sum, value, index) => sum + value * (b?.[index] ?? 0), 0) ?? Number.NaN
}

describe('the embedded model', () => {
  test('finds inflected words and compounds nearer than other words', async () => {
    const question = 'Gebühr für die Verlängerung der Gastkarte'
    const near = await likeness(question, 'Die Gebühren betragen bei Verlängerungen von Gastkarten 50 Muster.')
    const compound = await likeness(question, 'Gastkartenverlängerung')
    const far = await likeness(question, 'Ein Einspruch hat keine aufschiebende Wirkung.')
    expect(near).toBeGreaterThan(0.5)
    expect(compound).toBeGreaterThan(far + 0.1)
    expect(Math.abs(far)).toBeLessThan(0.2)
  })

  test('meets words however their umlauts are written', async () => {
    expect(await likeness('Ausländerbehörde', 'AUSLAENDERBEHOERDE')).toBeCloseTo(1)
  })

  test('gives the same vector of length 1 for the same text, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const [first, second] = await model.embed([text, text], 'passage')
        expect(first).toEqual(second)
        expect(first).toHaveLength(model.dimension)
        const length = Math.hypot(...(first ?? []))
        expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true)
      }),
    )
  })
})
