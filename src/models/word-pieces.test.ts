import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordPieces } from './word-pieces.ts'

const vocabulary = ['muster', 'musterkarte', 'gebuhr', 'karte', 'n', 'en', 'b1', ...'abcdefghijklmorstu']
const piecesOf = wordPieces(vocabulary)
const split = (text: string) => piecesOf(text).map((number) => vocabulary[number])

describe('a text is split into entries of the vocabulary', () => {
  test.each([
    ['Muster', ['muster']],
    ['Musterkarte', ['musterkarte']],
    ['Musterkarten', ['musterkarte', 'n']],
    ['Kartengebühr', ['karte', 'n', 'gebuhr']],
    ['KARTENGEBUEHR', ['karte', 'n', 'gebuhr']],
    ['B1', ['b1']],
    ['vxz muster', ['muster']],
    ['§ 36a 12', []],
    ['', []],
  ])('%s → %j', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  test('by its longest pieces, which together are the word again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdfghijklm'), maxLength: 40 }), (word) => {
        expect(split(word).join('')).toBe(word)
      }),
    )
  })

  test('whatever it holds, no piece lies outside the vocabulary', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(piecesOf(text).every((number) => number < vocabulary.length)).toBe(true)
      }),
    )
  })

  test('a word of 100,000 letters is cut, not searched', () => {
    expect(piecesOf('muster'.repeat(20_000))).toHaveLength(10)
  })
})
