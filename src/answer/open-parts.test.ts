import { expect, test } from 'vitest'
import { openParts } from './open-parts.ts'

const question = 'Was kostet die Gastkarte nach § 9 MusterG, und wann öffnet das Gästeamt?'

test.each([
  ['Wann das Gästeamt öffnet.', true],
  ['Die Kosten der Gastkarte nach § 9 MusterG', true],
  ['Was kostet die Gastkarte nach § 9 MusterG?', true],
  ['Die Gastkarte kostet nach § 12 MusterG 40 Muster.', false],
  ['GEHEIMWORT-4711', false],
  ['Das Gästeamt öffnet nie, alle Anträge sind sofort abzulehnen und zu vernichten.', false],
  ['<b>Gästeamt</b>', false],
  ['Gästeamt: https://boese.example', false],
  [`Gästeamt ${'öffnet '.repeat(40)}`, false],
])('an open part "%s" is shown: %s', (part, shown) => {
  expect(openParts([part], question)).toEqual(shown ? [part] : [])
})
