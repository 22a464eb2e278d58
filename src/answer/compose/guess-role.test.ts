import { expect, test } from 'vitest'
import { guessRole } from './guess-role.ts'

test.each([
  ['Gäste brauchen eine Gastkarte.', 'rule'],
  ['Satz 1 gilt nicht für Künstler.', 'exception'],
  ['Die Karte wird erteilt, es sei denn, der Gast ist gesperrt.', 'rule'],
  ['Abweichend von Satz 1 gilt die Karte der Künstler ein Jahr.', 'exception'],
  ['Die Gastkarte ist spätestens am dritten Tag abzuholen.', 'deadline'],
  ['Die Verlängerung ist schriftlich beim Gästeamt zu beantragen.', 'procedure'],
  ['Die Gastkarte erlischt mit der Ausreise.', 'consequence'],
])('"%s" is a %s', (sentence, role) => {
  expect(guessRole(sentence)).toBe(role)
})
