import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFileNumbers } from './find-file-numbers.ts'

test.each([
  ['Was regelt der Erlass 15-39.06.01-1?', '15-39.06.01-1'],
  ['Gilt „V B 3 – 26 01 01“ noch?', 'V B 3 – 26 01 01'],
  ['Erlass (Az. 26.01.01) des Ministeriums', '26.01.01'],
  ['Rundschreiben M3-20010/7#4 vom 1.1.2020', 'vom 1.1.2020'],
])('the Aktenzeichen of %j is among what can be one', (text, number) => {
  if (number.startsWith('vom')) expect(findFileNumbers(text)).not.toContain('1.1.2020')
  else expect(findFileNumbers(text)).toContain(number)
})

test('a question without such numbers has none, a day alone is none', () => {
  expect(findFileNumbers('Wie lange gilt die Karte nach § 18a Abs. 2, und am 01.03.2024?')).toEqual([])
  expect(findFileNumbers('')).toEqual([])
})

test('every one found stands in the text, and the number grows with the words alone', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Erlass', '15-39', '26', '01.02.', 'V', '(B', '3)', '§', 'vom')), (words) => {
      const found = findFileNumbers(words.join(' '))
      expect(found.length).toBeLessThanOrEqual(words.length * 7)
      const bare = words.join(' ').replace(/[("„»)“«.,;:?!]/g, '')
      for (const number of found) expect(bare).toContain(number.replace(/[("„»)“«.,;:?!]/g, ''))
    }),
  )
})
