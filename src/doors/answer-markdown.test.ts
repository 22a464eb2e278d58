import { expect, test } from 'vitest'
import { inventedFlagged } from '../../tests/invented-flagged.ts'
import { inventedAbstention, inventedAnswer, inventedParts } from '../../tests/invented-service.ts'
import { toDay } from '../law/day.ts'
import { answerMarkdown } from './answer-markdown.ts'

const question = { text: 'A?', asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }
const answer = inventedAnswer(question)

test('a place without an official address is named, not linked', () => {
  const citations = answer.citations.map((citation) => ({ ...citation, url: '/v1/documents/x/norms/1' }))
  const text = answerMarkdown({ ...answer, citations }, [])
  expect(text).toContain('- [1] § 2a Abs. 1 Satz 1 MusterAufG (erfunden): „')
  expect(text).not.toMatch(/\]\(|heutige Fassung/)
})

test('words of the law and of a removed sentence are never read as markup', () => {
  const removed = [{ text: '[hier](http://boese.invalid) <b>*x*', reason: 'malformed' as const, detail: 'HTML.' }]
  const text = answerMarkdown({ ...answer, removed }, [])
  expect(text).toContain('\\[hier\\](http\\://boese.invalid) \\<b\\>\\*x\\* (HTML.)')
})

test('an abstention says why, with the nearest places and the day', () => {
  const text = answerMarkdown(inventedAbstention(question), ['Ein Hinweis.'])
  expect(text).toMatch(/^Dazu steht in den vorliegenden Texten nichts.*\n\n\*\*Am nächsten kommen\*\*\n\n- \[§ 1 Abs/)
  expect(text).toContain('- Ein Hinweis.')
  expect(text).toMatch(/Rechtslage am 05\.03\.2025, Gebiet DE-NW\. Die Entscheidung trifft die Sachbearbeitung\.$/)
})

test('several questions are named by number, and a checklist says that it decides nothing', () => {
  const text = answerMarkdown(inventedParts(question), [])
  expect(text).toMatch(/^Zu Frage 1: Einer Fachkraft/)
  expect(text).toContain(
    '**Fragen**\n\n- Frage 1: Wann wird sie erteilt?\n- Frage 2: Wie lange gilt sie?\n- Frage 3: Was kostet ein Hund?',
  )
  expect(text).toContain(
    '**Prüfliste – keine Entscheidung**\n\n- Sie ist Fachkraft. [1]: laut Frage gegeben („Fachkraft aus Nirgendwo“)\n' +
      '- Sie weist ein Gehalt nach. [1]: offen, in der Frage nicht gesagt',
  )
})

test('a file note has the facts as asked, the law, and what is open', () => {
  const text = answerMarkdown(inventedAnswer({ ...question, text: 'Was *gilt*?', style: 'vermerk' }), [])
  expect(text).toMatch(
    /^\*\*Sachverhalt \(wie gefragt\)\*\*\n\nWas \\\*gilt\\\*\?\n\n\*\*Rechtslage\*\*\n\nEiner Fachkraft/,
  )
  expect(text).toContain('**Offene Punkte**')
})

const sides = [
  { rank: 'statute' as const, label: '§ 2a MusterAufG', citation: 1 },
  { rank: 'decree' as const, label: 'Nr. 3 |MusterErl|', citation: 2 },
]

test('sources that differ stand side by side in a table that their words cannot break', () => {
  const text = answerMarkdown(
    { ...answer, conflicts: [{ message: 'Gesetz und Erlass sagen Verschiedenes.', sides }] },
    [],
  )
  expect(text).toMatch(
    /\*\*Widerspruch\*\*\n\nGesetz und Erlass sagen Verschiedenes\.\n\n\| Gesetz: § 2a MusterAufG \[1\] \| Erlass: /,
  )
  expect(text).toContain('Nr. 3 \\|MusterErl\\| [2]')
})

test('a correction of the question stands before the answer', () => {
  const corrections = [{ premise: 'fünf Jahre', start: 0, end: 10, text: 'Die Frage geht davon aus.', citation: 2 }]
  const text = answerMarkdown({ ...answer, corrections }, [])
  expect(text).toMatch(/^\*\*Zur Frage\*\*\n\n- Die Frage geht davon aus\. \[2\]\n\nEiner Fachkraft/)
})

test('what is to be checked of a decree stands at its place', () => {
  const text = answerMarkdown(inventedFlagged(question), [])
  expect(text).toMatch(/\n- \[2\] .*“ \*\*Prüfen\\?: § 2a MusterAufG wurde nach diesem Erlass.*geändert\.\*\*\n/)
})
