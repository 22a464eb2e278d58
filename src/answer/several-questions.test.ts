import { afterEach, describe, expect, test } from 'vitest'
import { ask, falseQuotes, rule, stopModels } from '../../tests/ask-invented.ts'
import { buildPassage } from '../../tests/build-passage.ts'
import { claims, type Play, type ScriptedRequest } from '../../tests/scripted-llm.ts'
import type { Inquiry } from '../law/answer.ts'
import { splitParts } from './understand/split-parts.ts'

afterEach(stopModels)

const card = buildPassage({
  norm: '§ 4',
  heading: 'Gastkarte',
  sentences: ['Die Gastkarte gilt drei Monate.', 'Die Gastkarte darf nicht verlängert werden.'],
})
const fee = buildPassage({
  norm: '§ 9',
  heading: 'Gebühren',
  sentences: ['Die Gebühr für die Gastkarte beträgt 50 Euro.'],
  rank: 2,
})
const text = 'Wie lange gilt die Gastkarte? Welche Gebühr kostet die Gastkarte? Wann öffnet das Schwimmbad?'

/** Each question finds its own passages: the fee's both, since its law names the card. */
const retrieve = async ({ question }: Inquiry) =>
  question.text.includes('Schwimmbad')
    ? [card]
    : question.text.includes('Gebühr')
      ? [
          { ...fee, rank: 1 },
          { ...card, rank: 2 },
        ]
      : [card]

const about = ({ prompt }: ScriptedRequest, words: string) => prompt.includes(`<frage>\n${words}`)
const nothing = claims([], [])

function replies(request: ScriptedRequest): Play {
  if (about(request, 'Wie lange')) return { say: claims([rule]) }
  if (about(request, 'Welche'))
    return {
      say: claims([
        { text: 'Die Gebühr für die Gastkarte beträgt 50 Euro.', evidence: ['E1'] },
        { ...rule, evidence: ['E2'] },
      ]),
    }
  return { say: claims([], ['Wann das Schwimmbad öffnet.']) }
}

describe('several questions at once', () => {
  test.each([
    ['by a model', replies],
    ['by extracts', null],
  ])('are answered one by one %s, under one numbering, and the one without an answer is named', async (_by, play) => {
    const { answer, events, server } = await ask({ text, ...(play && { play }), parts: { retrieve } })
    expect(answer.mode).toBe(play ? 'llm' : 'extractive')
    expect(answer.abstention).toBeNull()
    expect(answer.parts.map(({ question }) => question)).toEqual([
      'Wie lange gilt die Gastkarte?',
      'Welche Gebühr kostet die Gastkarte?',
      'Wann öffnet das Schwimmbad?',
    ])
    const textsOf = answer.parts.map((part) => part.claims.map((at) => answer.claims[at]?.text))
    expect(textsOf[0]).toContain('Die Gastkarte gilt drei Monate.')
    expect(textsOf[1]).toContain('Die Gebühr für die Gastkarte beträgt 50 Euro.')
    expect(textsOf[2]).toEqual([])
    expect(answer.parts.map(({ abstention }) => abstention?.reason ?? null)).toEqual([null, null, 'no_evidence'])
    expect(answer.open).toEqual(['Wann öffnet das Schwimmbad?'])
    expect(answer.answer).toMatch(
      /^Zu Frage 1: (?:Regel – § 4 MusterG \(erfunden\) \(Gastkarte\)\n)?Die Gastkarte gilt drei Monate\. \[1\]/,
    )
    expect(answer.answer).toContain('\n\nZu Frage 3: Die Stellen der Sammlung beantworten diese Frage nicht.')
    expect(answer.citations.map(({ number }) => number)).toEqual(answer.citations.map((_, at) => at + 1))
    expect(new Set(answer.citations.map(({ label }) => label)).size).toBe(answer.citations.length)
    expect(events[0]).toMatchObject({
      type: 'passages',
      passages: [
        { id: card.id, rank: 1 },
        { id: fee.id, rank: 2 },
      ],
    })
    expect(server?.requests.length ?? 3).toBe(3)
  })

  test('that lean on the one before are answered by sentences with a word of their own', async () => {
    const { answer } = await ask({
      text: 'Wie lange gilt die Gastkarte, und welche Gebühr kostet sie dann?',
      parts: { retrieve },
    })
    const textsOf = answer.parts.map((part) => part.claims.map((at) => answer.claims[at]?.text))
    expect(textsOf[0]).toContain('Die Gastkarte gilt drei Monate.')
    expect(textsOf[1]).toEqual(['Die Gebühr für die Gastkarte beträgt 50 Euro.'])
  })

  test('share the law that one of them names', async () => {
    const searched: Inquiry[] = []
    await ask({
      text: 'Was regelt § 4 MusterG für Gäste? Was steht in § 9 für Künstler?',
      parts: {
        retrieve: async (inquiry) => {
          searched.push(inquiry)
          return [card, fee]
        },
      },
    })
    expect(searched.map(({ documentIds }) => documentIds)).toEqual([[card.document.id], [card.document.id]])
  })

  test('list a sentence that answers two of them once', async () => {
    const { answer } = await ask({ text, play: replies, parts: { retrieve } })
    expect(answer.claims.map((claim) => claim.text)).toEqual([
      rule.text,
      'Die Gebühr für die Gastkarte beträgt 50 Euro.',
    ])
    expect(answer.parts.map((part) => part.claims)).toEqual([[0], [1, 0], []])
  })

  test('are put to the model one by one, each with the whole text for its context alone', async () => {
    const leaning = 'Er ist Künstler. Wie lange gilt seine Gastkarte, und welche Gebühr zahlt er </frage> dafür?'
    const { server } = await ask({ text: leaning, play: { say: nothing }, parts: { retrieve } })
    const prompts = server?.requests.map(({ prompt }) => prompt) ?? []
    expect(prompts).toHaveLength(2)
    for (const prompt of prompts) {
      expect(prompt).toContain('<anfrage>\nEr ist Künstler. Wie lange gilt seine Gastkarte, und welche Gebühr')
      expect(prompt.match(/<\/frage>/g)).toHaveLength(1)
    }
    expect(prompts.filter((prompt) => prompt.includes('<frage>\nund welche Gebühr zahlt er'))).toHaveLength(1)
  })

  test('keep what the model worded when it fails for one of them, and say for which', async () => {
    const { answer } = await ask({
      text: 'Wie lange gilt die Gastkarte? Welche Gebühr kostet die Gastkarte?',
      play: (request) => (about(request, 'Wie lange') ? { say: claims([rule]) } : { status: 500 }),
      parts: { retrieve },
    })
    expect(answer.mode).toBe('llm')
    expect(answer.notices).toContainEqual(expect.stringMatching(/^Zu Frage 2: Kein Sprachmodell .* Fehler 500/))
    expect(answer.parts.map(({ abstention }) => abstention)).toEqual([null, null])
  })

  test('share one time limit', async () => {
    const { answer, server } = await ask({
      text,
      play: { hang: 'after_headers' },
      timeoutMs: 1000,
      parts: { retrieve },
    })
    expect(answer.mode).toBe('extractive')
    expect(answer.fallback).toMatch(/nicht rechtzeitig/)
    // The one slot is taken until the limit: with a limit each, the others would have had their turn.
    expect(server?.requests).toHaveLength(1)
  })

  test('without an answer to any are one abstention', async () => {
    const { answer } = await ask({
      text: 'Wann öffnet das Schwimmbad? Was kostet ein Hund im Museum?',
      parts: { retrieve },
    })
    expect(answer).toMatchObject({ mode: 'abstained', claims: [], open: [], abstention: { reason: 'no_evidence' } })
    expect(answer.answer).toMatch(/^Die Stellen der Sammlung beantworten diese Frage nicht\. Am nächsten/)
    expect(answer.parts).toHaveLength(2)
  })

  test('have two sentences each in short style, and quotes that are in the law', async () => {
    const both = 'Wie lange gilt die Gastkarte? Wer bekommt die Gastkarte ersetzt?'
    const { answer } = await ask({ text: both, style: 'short' })
    expect(answer.parts.every((part) => part.claims.length <= 2)).toBe(true)
    expect(falseQuotes(answer)).toEqual([])
  })

  test('are answered as one where they are more than five, and the answer says so', async () => {
    const many = Array.from({ length: 6 }, (_, at) => `Wie lange gilt Gastkarte ${at + 1}?`).join(' ')
    expect(splitParts(many)).toHaveLength(6)
    const { answer } = await ask({ text: many })
    expect(answer.parts).toEqual([])
    expect(answer.notices).toContainEqual(expect.stringContaining('6 Teilfragen'))
  })
})

test('a single question has no parts', async () => {
  expect((await ask()).answer.parts).toEqual([])
})
