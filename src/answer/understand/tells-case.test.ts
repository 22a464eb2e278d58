import { expect, test } from 'vitest'
import { toDay } from '../../law/day.ts'
import { understand } from './understand.ts'

test.each([
  ['Er ist seit gestern hier. Was gilt?', true],
  ['Der Antragsteller hat zwei Karten. Was gilt?', true],
  ['Frau M. ist drei Monate hier. Darf sie bleiben?', true],
  ['Wir haben die Anhörung vergessen. Was nun?', true],
  ['Darf ein 17-jähriger Gast arbeiten?', true],
  ['Syrer, Antrag vom 3.5.2024, was gilt?', true],
  ['Darf ein Student arbeiten?', false],
  ['Wie lange gilt die Duldung?', false],
  ['Was kostet die Gastkarte? Wer stellt sie aus?', false],
  ['Das Gesetz verlangt eine Gastkarte. Welche Stelle stellt die Gastkarte aus?', false],
  ['Hat der Ehegatte eines Deutschen einen Anspruch?', false],
  ['Gebühr Gastkarte', false],
  ['Was galt am 1.1.2020?', false],
])('"%s" tells a case: %s', (text, expected) => {
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE', style: 'full' as const, kinds: null }
  expect(understand(question, [], []).isCase).toBe(expected)
})
