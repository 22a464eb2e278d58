import { expect, test } from 'vitest'
import { EmbeddingModelError } from './embedding-model-error.ts'
import { restAfterFailure } from './rest-after-failure.ts'

function played() {
  const state = { down: true, asked: 0, now: 0 }
  const model = restAfterFailure(
    {
      id: 'erfundenes-embedding',
      dimension: 1,
      embed: async (texts) => {
        state.asked += 1
        if (state.down) throw new EmbeddingModelError('Es antwortet nicht.', { model: 'erfundenes-embedding' })
        return texts.map(() => Float32Array.of(1))
      },
    },
    () => state.now,
  )
  return { state, model }
}

test('an endpoint that failed is left alone for a while, then asked again', async () => {
  const { state, model } = played()
  await expect(model.embed(['Frage'], 'query')).rejects.toThrow('Es antwortet nicht.')
  state.now = 29_999
  await expect(model.embed(['Frage'], 'query')).rejects.toThrow(EmbeddingModelError)
  expect(state.asked).toBe(1)
  state.down = false
  state.now = 30_000
  expect(await model.embed(['Frage'], 'query')).toHaveLength(1)
  expect(await model.embed(['Frage'], 'query')).toHaveLength(1)
  expect(state.asked).toBe(3)
})

test('texts to be stored are tried all the same, and success ends the rest', async () => {
  const { state, model } = played()
  await expect(model.embed(['Frage'], 'query')).rejects.toThrow(EmbeddingModelError)
  state.down = false
  expect(await model.embed(['Text'], 'passage')).toHaveLength(1)
  expect(await model.embed(['Frage'], 'query')).toHaveLength(1)
})
