import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../seeded-random.ts'
import { changeDate } from './change-date.ts'
import { changeNumber } from './change-number.ts'
import { changePeriod } from './change-period.ts'
import { changeSection } from './change-section.ts'
import { changeUnit } from './change-unit.ts'
import { dropException } from './drop-exception.ts'
import { falsifyQuote } from './falsify-quote.ts'
import type { Mutator } from './mutator.ts'
import { swapConnective } from './swap-connective.ts'
import { turnModality } from './turn-modality.ts'
import { turnNegation } from './turn-negation.ts'

/** Each with an invented sentence that it can change. */
const all: [string, Mutator, string][] = [
  ['number', changeNumber, 'Die Gebühr für die Gastkarte beträgt 45 Prozent des Preises.'],
  ['period', changePeriod, 'Die Gastkarte gilt längstens sechs Monate oder ein halbes Leben.'],
  ['unit', changeUnit, 'Die Gastkarte gilt längstens sechs Monate.'],
  ['date', changeDate, 'Wer vor dem 1. August 2018 angekommen ist, bekommt die Gastkarte.'],
  ['section', changeSection, 'Die Gastkarte nach § 3 Absatz 2 Satz 1 Nummer 4 gilt nicht für Kinder.'],
  ['negation', turnNegation, 'Die Gastkarte darf nicht verlängert werden.'],
  ['modality', turnModality, 'Die Gastkarte kann dem Gast erteilt werden.'],
  ['exception', dropException, 'Die Gastkarte wird jedem Gast ausgehändigt, es sei denn, der Gast reist ab.'],
  ['quote', falsifyQuote, 'Die Gastkarte wird jedem Gast ausgehändigt, der bis zum Abend im Haus ist.'],
  ['connective', swapConnective, 'Der Gast zeigt Ausweis oder Gastkarte vor.'],
]

describe.each(all)('%s', (_, mutate, sentence) => {
  test('the same seed makes the same false sentence, and never the true one', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const made = mutate(sentence, seededRandom(seed))
        expect(made).not.toBeNull()
        expect(made).not.toBe(sentence)
        expect(mutate(sentence, seededRandom(seed))).toBe(made)
      }),
    )
  })

  test('any other text is changed or left alone, never an error', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, seed) => {
        expect(mutate(text, seededRandom(seed))).not.toBe(text)
      }),
    )
  })
})

test.each<[Mutator, string]>([
  [changeNumber, 'Nach § 45 gilt Absatz 3 am 1. August 2018.'],
  [changePeriod, 'Die Gebühr beträgt 45 Prozent.'],
  [changeSection, 'Die Gebühr beträgt 45 Prozent.'],
  [turnModality, 'Die Gastkarte gilt sechs Monate.'],
  [dropException, 'Die Gastkarte gilt sechs Monate.'],
])('a sentence with nothing to change makes no false one', (mutate, sentence) => {
  expect(mutate(sentence, seededRandom(1))).toBeNull()
})
