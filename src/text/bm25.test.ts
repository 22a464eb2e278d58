import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexBm25 } from './bm25.ts'

const weigh = (...words: string[]) => new Map(words.map((word) => [word, 1]))

test('the text that holds more of the words, and rarer ones, scores higher', () => {
  const index = indexBm25([['job', 'frist'], ['job', 'pass'], ['job']])
  const scores = index.score(weigh('job', 'pass'))
  expect([...scores.keys()].toSorted()).toEqual([0, 1, 2])
  expect(scores.get(1)).toBeGreaterThan(scores.get(0) ?? 0)
})

test('a score is the one computed by hand: one text of average length, a word said once', () => {
  const scores = indexBm25([['pass'], ['frist']]).score(weigh('pass'))
  expect(scores.get(0)).toBeCloseTo(Math.log(1 + 1.5 / 1.5), 10)
})

test('half as certain a word gives half the score', () => {
  const index = indexBm25([['pass'], ['frist']])
  expect(index.score(new Map([['pass', 0.5]])).get(0)).toBeCloseTo((index.score(weigh('pass')).get(0) ?? 0) / 2, 10)
})

test('no text and no word find nothing', () => {
  expect(indexBm25([]).score(weigh('pass')).size).toBe(0)
  expect(indexBm25([['pass']]).score(new Map()).size).toBe(0)
})

test('whatever the texts, only those that hold a word are found, and none scores below zero', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(fc.array(fc.array(word)), fc.array(word), (texts, asked) => {
      for (const [place, score] of indexBm25(texts).score(weigh(...asked))) {
        expect(score).toBeGreaterThan(0)
        expect(texts[place]?.some((each) => asked.includes(each))).toBe(true)
      }
    }),
  )
})
