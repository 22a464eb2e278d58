import { expect, test } from 'vitest'
import { staticTextVectors } from '../../src/models/static-embedding.ts'
import { anAnswer, source } from './__fixtures__/records.ts'
import { entailsByRule, scoreSupport } from './score-support.ts'
import { createSimilarity } from './similarity.ts'

/** For ALCE's arithmetic: a text carries a sentence where it has all of the sentence's numbers. */
const byNumbers = (text: string, sentence: string) => (sentence.match(/\d+/g) ?? []).every((one) => text.includes(one))
const one = source('§ 1', '1', '11')
const two = source('§ 2', '1', '22')
const other = source('§ 3', '1', '33')
const sentence = (text: string, ...sources: number[]) => ({ text, sources })

test('support is ALCE’s, worked out by hand', () => {
  const sentences = [
    // Carried by the two together only: both count.
    sentence('Es gilt nun 11 und auch 22.', 0, 1),
    // Carried by the first; the third does not carry it, and is not needed: it does not count.
    sentence('Es gilt hier nur 11 allein.', 0, 2),
    // Not carried: its one citation does not count.
    sentence('Es gilt hier aber doch 44.', 2),
    // Cites nothing.
    sentence('Es gilt sonst immer die 11.'),
    // Talk, not law.
    sentence('Ich helfe Ihnen gerne bei Frage 11 weiter.'),
  ]
  const scores = scoreSupport(byNumbers, anAnswer({ sentences, sources: [one, two, other] }))
  expect(scores).toEqual({ citation_coverage: 3 / 4, support_recall: 2 / 4, support_precision: 3 / 5 })
})

test('a sentence whose only source does not exist has none', () => {
  const sources = [{ ...one, exists: false }]
  expect(
    scoreSupport(byNumbers, anAnswer({ sentences: [sentence('Es gilt hier nur die 11.', 0)], sources })),
  ).toMatchObject({
    citation_coverage: 0,
  })
})

test('nothing is said where the system does not tie sources to sentences, and of support where it quotes nothing', () => {
  const untied = { sentences: [{ text: 'Es gilt hier nur die 11.', sources: null }], sources: [one] }
  expect(scoreSupport(byNumbers, anAnswer(untied))).toEqual({})
  const unquoted = { sentences: [sentence('Es gilt hier nur die 11.', 0)], sources: [source('§ 1', '1')] }
  expect(scoreSupport(byNumbers, anAnswer(unquoted))).toEqual({ citation_coverage: 1 })
})

test('by the rules, a quote carries the same in other order and not another number, negation or subject', () => {
  const entails = entailsByRule(createSimilarity(staticTextVectors()))
  const quote = 'Die Mondkarte wird für zwei Jahre erteilt und kann auf Antrag verlängert werden.'
  const { asOf } = anAnswer()
  expect(entails(quote, 'Für zwei Jahre wird die Mondkarte erteilt.', asOf)).toBe(true)
  expect(entails(quote, 'Für drei Jahre wird die Mondkarte erteilt.', asOf)).toBe(false)
  expect(entails(quote, 'Die Mondkarte kann auf Antrag nicht verlängert werden.', asOf)).toBe(false)
  expect(entails(quote, 'Das Mondamt führt ein Register der Krater.', asOf)).toBe(false)
})
