import { expect, test } from 'vitest'
import { readRerankScores } from './read-rerank-scores.ts'

test.each([
  [
    {
      results: [
        { index: 1, relevance_score: 0.9 },
        { index: 0, relevance_score: -2 },
      ],
    },
  ],
  [
    {
      object: 'list',
      results: [
        { index: 0, relevance_score: -2, document: { text: 'a' } },
        { index: 1, relevance_score: 0.9 },
      ],
    },
  ],
  [
    [
      { index: 1, score: 0.9 },
      { index: 0, score: -2, text: 'a' },
    ],
  ],
])('%j gives the scores in the order of the texts', (reply) => {
  expect(readRerankScores(reply, 2)).toEqual([-2, 0.9])
})

test.each([
  [null],
  ['results'],
  [{}],
  [{ results: {} }],
  [{ results: [] }],
  [{ results: [{ index: 0, relevance_score: 1 }] }],
  [
    {
      results: [
        { index: 0, relevance_score: 1 },
        { index: 0, relevance_score: 2 },
      ],
    },
  ],
  [
    {
      results: [
        { index: 0, relevance_score: 1 },
        { index: 2, relevance_score: 2 },
      ],
    },
  ],
  [
    {
      results: [
        { index: 0, relevance_score: 1 },
        { index: 1, relevance_score: null },
      ],
    },
  ],
  [
    {
      results: [
        { index: 0, relevance_score: 1 },
        { index: 1, relevance_score: 'NaN' },
      ],
    },
  ],
  [
    {
      results: [
        { index: 0, relevance_score: 1 },
        { index: 1, relevance_score: Infinity },
      ],
    },
  ],
  [{ results: [{ index: 0, relevance_score: 1 }, null] }],
  [
    [
      { index: 0, score: 1 },
      { index: 1, score: 2 },
      { index: 1, score: 2 },
    ],
  ],
])('%j is not usable', (reply) => {
  expect(readRerankScores(reply, 2)).toBeNull()
})
