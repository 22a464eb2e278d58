import { expect, test } from 'vitest'
import { contentWords } from './words.ts'

test.each([
  ['Die Erlaubnisse der Gäste', ['erlaubnis', 'gast']],
  ['Erlaubnis des Gastes', ['erlaubnis', 'gast']],
  ['des Antrags, der Anträge', ['antrag', 'antrag']],
  ['ohne Visum darf er nicht', ['ohne', 'visum', 'darf', 'nicht']],
  ['Auslaenderbehoerde Ausländerbehörden', ['auslanderbehord', 'auslanderbehord']],
  ['§ 18g Abs. 1', ['18g', 'abs', '1']],
])('"%s" is about %j', (text, words) => {
  expect(contentWords(text)).toEqual(words)
})
