import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkedFact } from './checked-fact.ts'

const question = 'Der Gast ist 17 und hatte\neine Karte. Was gilt?'

test.each([
  ['ist 17', 'given', 'ist 17'],
  ['„Der Gast ist 17“', 'given', 'Der Gast ist 17'],
  ['hatte eine Karte.', 'given', 'hatte eine Karte'],
  ['ist 18', 'unknown', null],
  ['hat', 'unknown', null],
  ['', 'unknown', null],
  [null, 'unknown', null],
  ['1', 'unknown', null],
])('a model that says "given" by "%s" is believed as far as the question says it: %s', (fact, state, kept) => {
  expect(checkedFact({ state: 'given', fact }, question)).toEqual({ state, fact: kept })
})

test('nothing is known without words, whatever a model says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('given' as const, 'not_given' as const, 'unknown' as const),
      fc.string(),
      (state, fact) => {
        const checked = checkedFact({ state, fact }, question)
        expect(checked.fact === null).toBe(checked.state === 'unknown')
        if (checked.fact !== null) expect(question.replace(/\s+/g, ' ')).toContain(checked.fact)
      },
    ),
  )
})
