import { expect, test } from 'vitest'
import { aCase, anAnswer } from './__fixtures__/records.ts'
import { legalSentences } from './legal-sentences.ts'
import { scoreForm } from './score-form.ts'

const scoresOf = (answer: string) => scoreForm(aCase(), anAnswer({ answer }))

test('length and LIX are worked out by hand', () => {
  // 9 words, 2 sentences, long (over 6 letters): Mondkarte, Verlängerung, beantragen.
  expect(scoresOf('Die Mondkarte gilt. Die Verlängerung muss man beantragen dort.')).toMatchObject({
    length: 9,
    lix: 9 / 2 + (100 * 3) / 9,
  })
})

test('German is told from English and French, and of a call of a few words nothing is said', () => {
  expect(scoresOf('Die Mondkarte ist für zwei Jahre zu erteilen, wenn der Antrag gestellt wird.')['german']).toBe(1)
  expect(scoresOf('Mondkarte gilt zwei Jahre, Antrag beim Mondamt nötig, sonst keine Verlängerung')['german']).toBe(1)
  expect(scoresOf('The moon card is valid for two years and can be extended on application.')['german']).toBe(0)
  expect(scoresOf('La carte est valable pour deux ans et peut être prolongée sur demande.')['german']).toBe(0)
  expect(scoresOf('Zwei Jahre.')['german']).toBeNull()
})

test('greetings, questions and talk about the answer are no sentences of law', () => {
  const sentences = [
    'Guten Tag, Frau Mustermann, gerne helfe ich.',
    'Die Mondkarte wird für zwei Jahre erteilt.',
    'Haben Sie noch weitere Fragen dazu?',
    'Ich hoffe, das hilft Ihnen weiter.',
    'Ja.',
    'Diese Antwort ersetzt keine rechtliche Beratung.',
  ]
  expect(legalSentences(sentences.map((text) => ({ text })))).toEqual([{ text: sentences[1] }])
})
