import { expect, test } from 'vitest'
import { RerankError } from './rerank-error.ts'
import { restReranker } from './rest-reranker.ts'

test('an endpoint that failed is left alone for a while, then asked again', async () => {
  const state = { down: true, asked: 0, now: 0 }
  const reranker = restReranker(
    {
      rerank: async (_question, texts) => {
        state.asked += 1
        if (state.down) throw new RerankError('Es antwortet nicht.', { model: 'erfundenes-rangmodell' })
        return texts.map(() => 1)
      },
    },
    () => state.now,
  )
  await expect(reranker.rerank('Frage', ['Text'])).rejects.toThrow('Es antwortet nicht.')
  state.now = 29_999
  await expect(reranker.rerank('Frage', ['Text'])).rejects.toThrow(RerankError)
  expect(state.asked).toBe(1)
  state.down = false
  state.now = 30_000
  expect(await reranker.rerank('Frage', ['Text'])).toEqual([1])
  expect(await reranker.rerank('Frage', ['Text'])).toEqual([1])
  expect(state.asked).toBe(3)
})
