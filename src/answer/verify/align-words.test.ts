import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignWords } from './align-words.ts'

const sentence = fc.array(fc.constantFrom('der', 'gast', 'reist', 'nicht', 'ab', '3', 'drei'), { maxLength: 12 })

test('a sentence laid beside itself has no gap', () => {
  fc.assert(
    fc.property(sentence, (words) => {
      expect(alignWords(words.join(' '), words.join(' ')).gaps).toEqual([])
    }),
  )
})

test('every word of both sentences is either shared or in a gap', () => {
  fc.assert(
    fc.property(sentence, sentence, (a, b) => {
      const { gaps, shared } = alignWords(a.join(' '), b.join(' '))
      const common = Math.round(shared * a.length)
      expect(gaps.reduce((sum, gap) => sum + gap.claim.length, common)).toBe(a.length)
      expect(gaps.reduce((sum, gap) => sum + gap.source.length, common)).toBe(b.length)
    }),
  )
})

test('what differs is named with both sides', () => {
  const { gaps } = alignWords('Der Gast muss drei Tage bleiben.', 'Der Gast kann 3 Tage bleiben.')
  expect(gaps).toEqual([{ claim: ['muss'], source: ['kann'], isOuter: false }])
})
