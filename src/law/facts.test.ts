import { expect, test } from 'vitest'
import { inventedAbstention, inventedAnswer } from '../../tests/invented-service.ts'
import { answerMarkdown } from '../doors/answer-markdown.ts'
import { printAnswer } from '../terminal/print-answer.ts'
import { toAnswerJson } from './answer-json.ts'
import { toDay } from './day.ts'
import { factsOf } from './facts.ts'

const question = { text: 'A?', asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }
const answer = inventedAnswer(question)

test('an answer tells how much of it was checked and removed, as of when, from how fresh sources, and conflicts', () => {
  expect(factsOf(answer)).toEqual({
    verified: 2,
    removed: 1,
    conflicts: 0,
    asOf: '2025-03-05',
    freshest: '2024-03-01',
    line: 'Fakten: 2 Aussagen geprüft, 1 entfernt · Stichtag 05.03.2025 · neueste Quelle vom 01.03.2024 · kein Widerspruch zwischen Quellen gefunden.',
  })
})

test('an abstention tells that nothing was verified', () => {
  const { line } = factsOf({ ...inventedAbstention(question), removed: [] })
  expect(line).toContain('Keine Aussage geprüft, keine entfernt')
})

test('page data, terminal and Markdown carry the facts, and nowhere a likelihood', () => {
  const { line } = factsOf(answer)
  const shown = [JSON.stringify(toAnswerJson(answer)), printAnswer(answer, 1000), answerMarkdown(answer, [])]
  for (const text of shown) {
    expect(text).toContain(line)
    expect(text).not.toMatch(
      /\d\s?%(?![0-9A-F]{2})|Prozent|Konfidenz|Wahrscheinlichkeit|"(?:confidence|certainty|probability)"/i,
    )
  }
})
