import { expect, test } from 'vitest'
import { readEvalOptions, usage } from './command-options.ts'
import { retrievalParts } from './evaluate-retrieval.ts'

test('all parts are measured unless some are named, in whatever order', () => {
  expect(readEvalOptions(['retrieval', 'a.jsonl', 'b.jsonl'])).toEqual({
    sets: ['a.jsonl', 'b.jsonl'],
    parts: new Set(retrievalParts),
  })
  expect(readEvalOptions(['retrieval', 'a.jsonl', '--only', 'tuning,table'])?.parts).toEqual(
    new Set(['table', 'tuning']),
  )
})

test.each([
  [[]],
  [['retrieval']],
  [['retrieval', 'a.jsonl', '--only', 'tabelle']],
  [['retrieval', '--x', 'a.jsonl']],
  [['antworten', 'a.jsonl']],
])('what cannot be meant gives the usage: %j', (words) => {
  expect(readEvalOptions(words)).toBeNull()
})

test('the usage explains every part', () => {
  for (const part of retrievalParts) expect(usage).toMatch(new RegExp(`^  ${part} `, 'm'))
})
