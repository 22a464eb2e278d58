import { expect, test } from 'vitest'
import { readChatModels } from './chat-models.ts'

test('the list has one model for an office PC, first, a larger one, and one for tests that is last', () => {
  const models = readChatModels()
  expect(models.map(({ use }) => use)).toEqual(['default', 'larger', 'test'])
  expect(models[0]?.memoryGb).toBeLessThan(12)
  expect(new Set(models.map(({ name }) => name)).size).toBe(models.length)
})

test('the pieces of the test model come from packages, in order', () => {
  const [source] = readChatModels().find(({ use }) => use === 'test')?.sources ?? []
  expect(source && 'wheels' in source && source.wheels.map((wheel) => wheel.package.at(-1))).toEqual([
    '1',
    '2',
    '3',
    '4',
  ])
})
