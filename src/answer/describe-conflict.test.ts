import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Rank, ranks } from '../law/document.ts'
import { describeConflict } from './describe-conflict.ts'

test.each<[Rank[], string]>([
  [['constitution', 'statute'], 'Im Rang steht die Verfassung über dem Gesetz.'],
  [
    ['statute', 'ordinance', 'decree'],
    'Gesetz, Verordnung und Erlass sagen Verschiedenes. Im Rang steht das Gesetz über dem Erlass.',
  ],
  [['eu_act', 'statute'], 'EU-Recht hat Anwendungsvorrang vor nationalem Recht.'],
  [['statute', 'ruling'], 'Eine Gerichtsentscheidung legt Vorschriften aus und steht in keinem Rang zu ihnen.'],
  [['decree', 'decree'], 'Ein Vorrang ergibt sich aus dem Rang nicht.'],
])('the ranks of %j are told as a fact', (sides, words) => {
  expect(describeConflict(sides)).toContain(words)
})

test('whatever the ranks, the office decides, and nothing is said to apply', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...ranks), { minLength: 1 }), (sides) => {
      const message = describeConflict(sides)
      expect(message).toContain('entscheidet die Sachbearbeitung')
      expect(message).not.toMatch(/maßgeblich ist das|gilt das|ist unwirksam|verdrängt/)
    }),
  )
})
