import { expect, test } from 'vitest'
import { hashedEmbedding } from '../../tests/hashed-embedding.ts'
import { EmbeddingModelError } from './embedding-model-error.ts'
import { verifiedEmbedding } from './verified-embedding.ts'

const input = 'Die Musterkarte kostet zehn Taler.'

test('a model that gives the stored vectors again is used, and compared only once', async () => {
  const model = hashedEmbedding()
  const [vector = new Float32Array()] = await model.embed([input], 'passage')
  let asked = 0
  const sample = async () => {
    asked += 1
    // As coarse as half precision stores it.
    return { input, vector: vector.map((value) => Number(value.toPrecision(3))) }
  }
  const verified = verifiedEmbedding(model, sample)
  expect(await verified.embed(['Gebühr', 'Frist'], 'query')).toEqual(await model.embed(['Gebühr', 'Frist'], 'query'))
  await verified.embed(['Frist'], 'query')
  expect(asked).toBe(1)
})

test('a model that answers to the same name with other vectors is refused each time, with what to check', async () => {
  const sample = async () => ({ input, vector: new Float32Array(192).fill(1) })
  const refused = verifiedEmbedding(hashedEmbedding(), sample)
  for (const kind of ['query', 'passage'] as const) {
    await expect(refused.embed(['Gebühr'], kind)).rejects.toThrow(EmbeddingModelError)
    await expect(refused.embed(['Gebühr'], kind)).rejects.toThrow('FUNDSTELLE_EMBED_MODEL')
  }
})

test('while nothing is stored there is nothing to compare', async () => {
  expect(await verifiedEmbedding(hashedEmbedding(), async () => null).embed(['Gebühr'], 'query')).toHaveLength(1)
})
