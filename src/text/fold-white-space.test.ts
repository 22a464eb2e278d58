import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWhiteSpace } from './fold-white-space.ts'

test.each([
  ['nothing to do', 'ein Wort', 'ein Wort'],
  ['line ends, tabs and double spaces', 'ein\n\t Wort  mehr', 'ein Wort mehr'],
  ['no-break and thin spaces', '1\u00A0000\u2009Euro\u202Foder', '1 000 Euro oder'],
  ['spaces at the ends stay', ' ein ', ' ein '],
  ['soft hyphens and zero-width characters', 'Ge\u00ADsetz\u200Bbuch\uFEFF', 'Gesetzbuch'],
  ['the no-break hyphen', 'COVID\u201119', 'COVID-19'],
  ['umlauts written with combining marks', 'fu\u0308r', 'für'],
])('%s', (_, text, folded) => {
  expect(foldWhiteSpace(text)).toBe(folded)
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldWhiteSpace(foldWhiteSpace(text))).toBe(foldWhiteSpace(text))
    }),
  )
})
