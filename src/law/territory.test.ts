import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTerritory, laender, territoriesOver } from './territory.ts'

describe('a territory is DE, a Land, a district or a municipality', () => {
  test.each([
    ['DE', true],
    ['DE-NW', true],
    ['DE-NW-05162', true],
    ['DE-NW-05162024', true],
    ['DE-BY-05162024', false],
    ['DE-XX', false],
    ['de-nw', false],
    ['NW', false],
    ['DE-NW-', false],
    ['DE-NW-0516202', false],
    ['DE-NW ', false],
    ['AT-9', false],
    ['', false],
  ])('%s → %s', (code, expected) => {
    expect(isTerritory(code)).toBe(expected)
  })

  test('all sixteen Länder are known', () => {
    expect(laender).toHaveLength(16)
    expect(laender.every((land) => isTerritory(land.code) && isTerritory(`${land.code}-${land.key}111`))).toBe(true)
  })

  test('no text, however odd, makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(isTerritory(text)).toBeTypeOf('boolean')))
  })
})

describe('law applies in its own territory and below it', () => {
  test.each([
    ['DE', 'DE-NW-05162024', true],
    ['DE', 'DE', true],
    ['DE-NW', 'DE-NW', true],
    ['DE-NW', 'DE-NW-05162024', true],
    ['DE-NW-05162', 'DE-NW-05162024', true],
    ['DE-NW-05162', 'DE-NW-05162', true],
    ['DE-NW-05111', 'DE-NW-05162024', false],
    ['DE-NW', 'DE', false],
    ['DE-NW', 'DE-BY', false],
    ['DE-NW-05162024', 'DE-NW', false],
    ['DE-NW-05162024', 'DE-NW-05162028', false],
  ])('law of %s for someone in %s: %s', (document, asked, expected) => {
    expect(territoriesOver(asked).includes(document)).toBe(expected)
  })
})
