import { afterEach, expect, test } from 'vitest'
import { ask, card, stopModels } from '../../tests/ask-invented.ts'
import { buildPassage } from '../../tests/build-passage.ts'
import type { ScriptedRequest } from '../../tests/scripted-llm.ts'
import { answerMarkdown } from '../doors/answer-markdown.ts'
import { printAnswer } from '../terminal/print-answer.ts'

afterEach(stopModels)

const guest = buildPassage({
  norm: '§ 4',
  heading: 'Gastkarte',
  sentences: [
    'Satz 2 gilt nicht für die Gastkarte der Künstler.',
    'Die Gastkarte gilt drei Monate.',
    'Die Gastkarte ist schriftlich beim Gästeamt zu beantragen.',
  ],
})

test('an extract stands under headings: rule, exception, procedure, each with the norm; text, terminal and Markdown alike', async () => {
  const { answer } = await ask({ text: 'Wie lange gilt die Gastkarte?', passages: [guest] })
  const headings = ['Regel', 'Ausnahme', 'Verfahren'].map((role) => `${role} – § 4 MusterG (erfunden) (Gastkarte)`)
  expect(answer.claims.map(({ heading }) => heading).slice(0, 2)).toEqual(headings.slice(0, 2))
  for (const text of [answer.answer, printAnswer(answer, 200), answerMarkdown(answer, [])]) {
    const places = headings.slice(0, 2).map((heading) => text.indexOf(heading))
    expect(places[0]).toBeGreaterThanOrEqual(0)
    expect(places[1]).toBeGreaterThan(places[0] ?? 0)
    expect(text.split(headings[0] ?? '?')).toHaveLength(2)
  }
})

test('references keep their places in a text with headings', async () => {
  const passages = [buildPassage({ norm: '§ 4', sentences: ['Die Gastkarte gilt nach § 9 drei Monate.'] })]
  const { answer } = await ask({ passages })
  expect(answer.references.map(({ start, end }) => answer.answer.slice(start, end))).toEqual(['§ 9'])
})

test('what a model words has no such headings', async () => {
  const reply = JSON.stringify({
    claims: [{ text: 'Die Gastkarte gilt drei Monate.', role: 'rule', evidence: ['E1'] }],
    open: [],
  })
  const { answer } = await ask({ passages: [card], play: { say: reply } })
  expect(answer.claims.map(({ heading }) => heading)).toEqual([undefined])
})

const decree = buildPassage({
  norm: 'Nr. 2',
  abbreviation: 'Mustererlass vom 12.03.2024',
  ofRank: 'decree',
  paragraph: null,
  sentences: ['Die Gastkarte gilt ab dem Tag der Zahlung.'],
})

test('a decree stands after the law it carries out, under a heading that says what it is, even where the search had it first', async () => {
  const law = { ...guest, rank: 2 }
  const { answer } = await ask({ text: 'Wie lange gilt die Gastkarte?', passages: [decree, law] })
  const headings = answer.claims.map(({ heading }) => heading ?? '')
  expect(headings.at(-1)).toBe('Erlass – Mustererlass vom 12.03.2024, Nr. 2 (erfunden)')
  expect(headings.slice(0, -1).every((heading) => heading.includes('§ 4'))).toBe(true)
})

test('a model reads the law before the decree that carries it out, each with what it is', async () => {
  const reply = JSON.stringify({ claims: [], open: ['Nichts.'] })
  const prompts: string[] = []
  const law = { ...guest, rank: 2 }
  const play = ({ prompt }: ScriptedRequest) => {
    prompts.push(prompt)
    return { say: reply }
  }
  await ask({ text: 'Wie lange gilt die Gastkarte?', passages: [decree, law], play })
  const [prompt = ''] = prompts
  expect(prompt.indexOf('(Gesetz, ')).toBeGreaterThan(0)
  expect(prompt.indexOf('(Gesetz, ')).toBeLessThan(prompt.indexOf('(Erlass, '))
})
