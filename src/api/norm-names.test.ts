import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normNames } from './norm-names.ts'

test.each([
  ['§ 18g', '§ 18g'],
  ['18g', '§ 18g'],
  ['par-18g', '§ 18g'],
  ['§18g', '§ 18g'],
  ['Art 6', 'Art 6'],
  ['art-6', 'Art 6'],
  ['Art. 6', 'Art 6'],
  ['Anlage 1', 'Anlage 1'],
  ['§ 5 (2)', '§ 5 (2)'],
  ['Artikelverzeichnis', 'Artikelverzeichnis'],
])('"%s" is first taken for %s', (segment, name) => {
  expect(normNames(segment)[0]).toBe(name)
})

test('a bare number may also be an Artikel', () => {
  expect(normNames('6')).toEqual(['§ 6', 'Art 6', '6'])
})

test('whatever is written, it is tried as it stands', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(normNames(text)).toContain(text.trim().replaceAll(/\s+/g, ' '))
    }),
  )
})
