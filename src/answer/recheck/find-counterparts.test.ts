import { expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Citation } from '../../law/answer.ts'
import { numberEvidence } from '../compose/number-evidence.ts'
import { findCounterparts } from './find-counterparts.ts'

function counterparts(quote: string, today: string[]): string[] {
  const evidence = numberEvidence([buildPassage({ sentences: today })])
  const ids = findCounterparts({ quote, start: 0, end: quote.length } as Citation, null, evidence)
  return ids.map((id) => evidence.find((piece) => piece.id === id)?.text ?? '')
}

test('the very sentence is its own counterpart, under whatever number of an Absatz', () => {
  const today = ['(2) Die Gastkarte gilt drei Monate.', 'Die Gastkarte gilt drei Wochen.']
  expect(counterparts('(1) Die Gastkarte gilt drei Monate.', today)).toEqual([today[0]])
})

test('a quote cut out of a list is found in the sentence it is part of now', () => {
  const list = 'Versagt wird die Karte Gästen, die 1. keinen Pass haben oder 2. nach Antragstellung abgereist sind.'
  expect(counterparts('2. nach Antragstellung abgereist sind', ['Das Amt ist zuständig.', list])).toEqual([list])
})

test('a reworded sentence is the counterpart, another rule at its place is not', () => {
  expect(counterparts('Die Gastkarte gilt drei Monate.', ['Die Gastkarte gilt vier Monate.'])).toHaveLength(1)
  expect(counterparts('Die Gastkarte gilt drei Monate.', ['Über Widersprüche entscheidet der Beirat.'])).toEqual([])
})
