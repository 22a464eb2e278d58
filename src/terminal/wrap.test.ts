import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrap } from './wrap.ts'

test('a long sentence is broken at blanks and set in', () => {
  expect(wrap('Die Karte gilt höchstens vier Jahre.', 16, '  ', '1 ')).toBe(
    '1 Die Karte gilt\n  höchstens vier\n  Jahre.',
  )
})

test('line breaks of the law stay', () => {
  expect(wrap('wenn\n1. dies,\n2. jenes', 40)).toBe('wenn\n1. dies,\n2. jenes')
})

test('no word is lost or cut', () => {
  const words = fc.array(fc.stringMatching(/^[a-zäöüß§.]{1,30}$/), { minLength: 1 })
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 60 }), (list, width) => {
      expect(wrap(list.join(' '), width).split(/\s/)).toEqual(list)
    }),
  )
})
