import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf, minHash, similarity } from './min-hash.ts'

const word = fc.stringMatching(/^[a-zäöü]{3,9}$/)
const text = fc.array(word, { minLength: 30, maxLength: 200 })

function signature(words: string[]): Uint32Array {
  const made = minHash(words.join(' '))
  if (!made) throw new Error('too short')
  return made
}

describe('two readings of one text', () => {
  test('have the same signature whatever the line breaks, case, punctuation and umlaut spelling', () => {
    const once = 'Die Musterstelle prüft binnen zwei Wochen, ob die Gastkarte verlängert wird.'
    const again = 'DIE MUSTERSTELLE\nprueft binnen   zwei Wochen – ob die Gastkarte\nverlaengert wird'
    expect(minHash(again)).toEqual(minHash(once))
  })

  test('share a band, and are alike by about as much as their shingles', () => {
    fc.assert(
      fc.property(text, fc.nat(), (words, at) => {
        const changed = words.with(at % words.length, 'zzzzzzzzzz')
        const [one, other] = [signature(words), signature(changed)]
        expect(Math.abs(similarity(one, other) - jaccard(words, changed))).toBeLessThan(0.25)
        if (jaccard(words, changed) < 0.85) return
        const shared = new Set(bandsOf(one))
        expect(bandsOf(other).some((band) => shared.has(band))).toBe(true)
      }),
    )
  })
})

test('two texts without a common shingle share nothing', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      fc.pre(jaccard(one, other) === 0)
      expect(similarity(signature(one), signature(other))).toBeLessThan(0.05)
    }),
  )
})

test('a text of a few words has no signature', () => {
  expect(minHash('Anbei der Erlass.')).toBeNull()
})

function jaccard(one: string[], other: string[]): number {
  const [a, b] = [shingles(one), shingles(other)]
  const common = [...a].filter((shingle) => b.has(shingle)).length
  return common / (a.size + b.size - common)
}

function shingles(words: string[]): Set<string> {
  const folded = words.map((each) => minWord(each))
  return new Set(folded.slice(4).map((_, at) => folded.slice(at, at + 5).join(' ')))
}

function minWord(each: string): string {
  return each
    .replaceAll('ä', 'a')
    .replaceAll('ö', 'o')
    .replaceAll('ü', 'u')
    .replaceAll('ae', 'a')
    .replaceAll('oe', 'o')
    .replaceAll(/(?<![aeiouq])ue/g, 'u')
}
