import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { definedTerm } from './defined-term.ts'

test.each([
  ['(3) Der Musterunterhalt einer Qualle ist gesichert, wenn sie frisst.', 'Musterunterhalt'],
  ['Als ausreichender Quallenraum wird nicht mehr gefordert.', 'Quallenraum'],
  ['Quallen sind Tiere im Sinne dieses Gesetzes.', 'Quallen'],
  ['(12a) Eine gehobene Quallenausbildung liegt vor, wenn sie lange dauert.', 'Quallenausbildung'],
  ['Für die Quallen gilt dies nicht.', 'Quallen'],
  ['sonst nichts', null],
  ['', null],
])('"%s" defines %s', (text, term) => {
  expect(definedTerm(text)).toBe(term)
})

test('whatever the text, the term is a word of it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const term = definedTerm(text)
      expect(term === null || text.includes(term)).toBe(true)
    }),
  )
})
