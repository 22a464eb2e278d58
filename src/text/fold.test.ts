import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test.each([
  ['Ausländer', 'auslander'],
  ['Auslaender', 'auslander'],
  ['AUSLÄNDER', 'auslander'],
  ['Aufenthaltsgesetz', 'aufenthaltsgesetz'],
  ['Maßgabe', 'massgabe'],
  ['MASZGABE', 'maszgabe'],
  ['Grüße', 'grusse'],
  ['Gruesse', 'grusse'],
  ['neue Quelle', 'neue quelle'],
  ['Freizügigkeit', 'freizugigkeit'],
  ['Ausla\u0308nder', 'auslander'],
  ['§ 18g', '§ 18g'],
])('%s is looked up as %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('folding never makes a text longer than its letters, apart from ß', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abeouäöüßAOUSÄÖÜ 1'.split('')) }), (text) => {
      expect(fold(text).length).toBeLessThanOrEqual(text.replace(/[ßẞ]/g, 'ss').length)
      expect(fold(text)).not.toMatch(/[äöüßA-Z]/)
    }),
  )
})
