import { expect, test } from 'vitest'
import { inventedFlagged } from '../../tests/invented-flagged.ts'
import { inventedAnswer } from '../../tests/invented-service.ts'
import { toDay } from '../law/day.ts'
import { printAnswer } from './print-answer.ts'

const question = { text: 'A?', asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }
const answer = inventedAnswer(question)

test('a correction of the question comes before the first sentence of the answer', () => {
  const corrections = [{ premise: 'neun Jahre', start: 0, end: 10, text: 'Die Frage geht davon aus.', citation: 2 }]
  const text = printAnswer({ ...answer, corrections }, 80)
  expect(text.indexOf('! Die Frage geht davon aus. [2]')).toBeGreaterThan(0)
  expect(text.indexOf('! Die Frage geht davon aus. [2]')).toBeLessThan(text.indexOf('Einer Fachkraft'))
})

test('sources that differ are told one below the other, each with rank, place and words', () => {
  const sides = [
    { rank: 'statute' as const, label: '§ 2a MusterAufG', citation: 1 },
    { rank: 'decree' as const, label: 'Nr. 3 MusterErl', citation: 2 },
  ]
  const text = printAnswer(
    { ...answer, conflicts: [{ message: 'Gesetz und Erlass sagen Verschiedenes.', sides }] },
    500,
  )
  expect(text).toMatch(
    /! Widerspruch: Gesetz und Erlass.*\n {2}– Gesetz, § 2a MusterAufG \[1\]: „Einer.*\n {2}– Erlass, Nr\. 3 MusterErl \[2\]: „Die Muster/,
  )
})

test('what is to be checked of a decree stands at its place, and nowhere else', () => {
  const text = printAnswer(inventedFlagged(question), 500)
  expect(text).toMatch(/\n\[2\] .*\n.*\n.*\n {2}! Prüfen: § 2a MusterAufG wurde nach diesem Erlass/)
  expect(text.split('Prüfen: ')).toHaveLength(2)
})
