import { expect, test } from 'vitest'
import type { AskedQuestion } from '../../law/asked-question.ts'
import { indexAskedQuestions } from './asked-index.ts'

const asked = (norm: string, paragraph: string | null, text: string): AskedQuestion => {
  return { documentId: 'gii:muster', norm, paragraph, text }
}

const index = indexAskedQuestions([
  asked('§ 1', '1', 'Darf der Mann seine Frau nachholen?'),
  asked('§ 1', '2', 'Frau nachholen: welches Sprachniveau braucht sie vorher?'),
  asked('§ 2', null, 'Was kostet die Musterkarte an Gebühren?'),
  asked('§ 3', null, 'Wer bezahlt den Dolmetscher beim Termin?'),
])
const names = (question: string, meanings: string[] = []) =>
  index.search(question, meanings, 10).map(({ norm, paragraph }) => [norm, paragraph])

test('finds the norm by everyday words, with the Absatz whose questions are most like it', () => {
  expect(names('frau soll nachgeholt werden, muss die das Sprachniveau haben')[0]).toEqual(['§ 1', '2'])
})

test('knows a mistyped word that differs in a letter', () => {
  expect(names('Was macht der Dolmetsher?')[0]).toEqual(['§ 3', null])
})

test('the law’s words for what the office says count too', () => {
  expect(names('Kosten MK', ['Musterkarte Gebühren'])[0]).toEqual(['§ 2', null])
})

test('what nobody asks finds nothing', () => {
  expect(names('Quastenflosser')).toEqual([])
})

test('says about which norms questions are known', () => {
  expect(index.knows('gii:muster', '§ 1')).toBe(true)
  expect(index.knows('gii:muster', '§ 9')).toBe(false)
})

test('gives at most as many norms as asked for, best first', () => {
  const found = index.search('Frau Musterkarte Dolmetscher nachholen', [], 2)
  expect(found.map(({ norm }) => norm)).toHaveLength(2)
  expect(found[0]?.score).toBeGreaterThanOrEqual(found[1]?.score ?? 0)
})
