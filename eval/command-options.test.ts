import { expect, test } from 'vitest'
import { readEvalOptions, usage } from './command-options.ts'
import { retrievalParts } from './evaluate-retrieval.ts'

test('all parts are measured unless some are named, in whatever order', () => {
  expect(readEvalOptions(['retrieval', 'a.jsonl', 'b.jsonl'])).toEqual({
    command: 'retrieval',
    sets: ['a.jsonl', 'b.jsonl'],
    parts: new Set(retrievalParts),
  })
  expect(readEvalOptions(['retrieval', 'a.jsonl', '--only', 'tuning,table'])).toMatchObject({
    parts: new Set(['table', 'tuning']),
  })
})

test('the verifier is measured on the laws that were set aside only where that is said', () => {
  expect(readEvalOptions(['verifier', 'a.jsonl'])).toEqual({
    command: 'verifier',
    questions: 'a.jsonl',
    part: 'tuned',
  })
  expect(readEvalOptions(['verifier', '--held-out'])).toMatchObject({ command: 'verifier', part: 'held-out' })
})

test('the fresh laws are measured only where that is said, and never together with the laws set aside', () => {
  expect(readEvalOptions(['verifier', '--fresh'])).toMatchObject({ command: 'verifier', part: 'fresh' })
  expect(readEvalOptions(['verifier', '--fresh', '--held-out'])).toBeNull()
})

test.each([
  [[]],
  [['retrieval']],
  [['retrieval', 'a.jsonl', '--only', 'tabelle']],
  [['retrieval', '--x', 'a.jsonl']],
  [['retrieval', 'a.jsonl', '--held-out']],
  [['retrieval', 'a.jsonl', '--fresh']],
  [['verifier', 'a.jsonl', 'b.jsonl']],
  [['verifier', '--only', 'table']],
  [['antworten', 'a.jsonl']],
])('what cannot be meant gives the usage: %j', (words) => {
  expect(readEvalOptions(words)).toBeNull()
})

test('the usage explains every part', () => {
  for (const part of retrievalParts) expect(usage).toMatch(new RegExp(`^  ${part} `, 'm'))
})
