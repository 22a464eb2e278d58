import { afterEach, describe, expect, test } from 'vitest'
import { ask, stopModels } from '../../tests/ask-invented.ts'
import { buildPassage } from '../../tests/build-passage.ts'
import { claims } from '../../tests/scripted-llm.ts'
import { factsOf } from '../law/facts.ts'

afterEach(stopModels)

const law = buildPassage({
  norm: '§ 4',
  heading: 'Gastkarte',
  sentences: ['Die Gastkarte wird für drei Monate erteilt.'],
})
const decree = buildPassage({
  norm: '§ 9',
  abbreviation: 'MusterErl',
  ofRank: 'decree',
  heading: 'Gastkarte',
  sentences: ['Die Gastkarte wird für zwei Jahre erteilt.', 'Das Gästeamt führt eine Liste.'],
  rank: 2,
})
const second = buildPassage({
  norm: '§ 9',
  abbreviation: 'ZweitErl',
  ofRank: 'decree',
  heading: 'Gastkarte',
  sentences: ['Die Gastkarte wird für fünf Wochen erteilt.'],
  rank: 1,
})
const ofLaw = { text: 'Die Gastkarte wird für drei Monate erteilt.', evidence: ['E1'] }
const blend = { text: 'Die Gastkarte wird für drei Monate oder für zwei Jahre erteilt.', evidence: ['E1', 'E2'] }

describe('sources that say different things', () => {
  test('stand side by side in the order of their ranks, each with its own citation, and the claim stays', async () => {
    const { answer } = await ask({ passages: [law, decree], play: { say: claims([ofLaw]) } })
    expect(answer.claims).toHaveLength(1)
    expect(answer.conflicts).toEqual([
      {
        message:
          'Gesetz und Erlass sagen Verschiedenes. Im Rang steht das Gesetz über dem Erlass. Ob beide denselben Fall regeln und was gilt, entscheidet die Sachbearbeitung.',
        sides: [
          { rank: 'statute', label: answer.citations[0]?.label, citation: 1 },
          { rank: 'decree', label: answer.citations[1]?.label, citation: 2 },
        ],
      },
    ])
    expect(answer.citations.map(({ quote }) => quote)).toEqual([
      'Die Gastkarte wird für drei Monate erteilt.',
      'Die Gastkarte wird für zwei Jahre erteilt.',
    ])
    expect(factsOf(answer)).toMatchObject({ verified: 1, conflicts: 1 })
  })

  test('are never blended in one sentence: it is removed, and says why', async () => {
    const { answer } = await ask({ passages: [law, decree], play: { say: claims([ofLaw, blend]) } })
    expect(answer.claims.map(({ text }) => text)).toEqual([ofLaw.text])
    expect(answer.removed).toMatchObject([{ text: blend.text, detail: expect.stringContaining('Verschiedenes') }])
    expect(answer.answer).not.toContain('zwei Jahre')
  })

  test('leave an abstention where no claim but a blend is left, with both places', async () => {
    const { answer } = await ask({ passages: [law, decree], play: { say: claims([blend]) } })
    expect(answer).toMatchObject({ mode: 'abstained', claims: [], abstention: { reason: 'conflict' } })
    expect(answer.abstention?.message).toContain('Gesetz und Erlass sagen Verschiedenes.')
    expect(answer.conflicts[0]?.sides.map(({ citation }) => citation)).toEqual([1, 2])
    expect(answer.citations).toHaveLength(2)
  })

  test('of one rank leave an abstention where every claim rests on one side', async () => {
    const claim = { text: 'Die Gastkarte wird für fünf Wochen erteilt.', evidence: ['E1'] }
    const { answer } = await ask({ passages: [second, decree], play: { say: claims([claim]) } })
    expect(answer).toMatchObject({ mode: 'abstained', abstention: { reason: 'conflict' } })
    expect(answer.conflicts[0]?.message).toContain('gleichen Ranges (Erlass)')
  })

  test('of one rank leave what does not rest on them', async () => {
    const list = { text: 'Das Gästeamt führt eine Liste.', evidence: ['E3'] }
    const claim = { text: 'Die Gastkarte wird für fünf Wochen erteilt.', evidence: ['E1'] }
    const { answer } = await ask({ passages: [second, decree], play: { say: claims([claim, list]) } })
    expect(answer.claims.map(({ text }) => text)).toEqual([claim.text, list.text])
    expect(answer.conflicts).toHaveLength(1)
  })

  test('are shown for an extract too', async () => {
    const { answer } = await ask({ text: 'Für wie lange wird die Gastkarte erteilt?', passages: [law, decree] })
    expect(answer.mode).toBe('extractive')
    expect(answer.conflicts).toHaveLength(1)
  })
})

describe('a false premise', () => {
  const text = 'Die Gastkarte wird ja für fünf Jahre erteilt – wer erteilt sie?'

  test('is corrected in the words of the law, with the citation and the place in the question', async () => {
    const { answer } = await ask({ text, passages: [law] })
    expect(answer.corrections).toEqual([
      {
        premise: 'Die Gastkarte wird ja für fünf Jahre erteilt',
        start: 0,
        end: 44,
        text:
          'Die Frage geht davon aus: „Die Gastkarte wird ja für fünf Jahre erteilt“. ' +
          `${answer.citations[0]?.label} sagt: „Die Gastkarte wird für drei Monate erteilt.“`,
        citation: 1,
      },
    ])
    expect(text.slice(0, 44)).toBe(answer.corrections[0]?.premise)
    expect(answer.citations[0]?.quote).toBe('Die Gastkarte wird für drei Monate erteilt.')
  })

  test('is corrected where the answer cites something else, under a number of its own', async () => {
    const claim = { text: 'Das Gästeamt führt eine Liste.', evidence: ['E2'] }
    const listing = buildPassage({ norm: '§ 5', sentences: ['Das Gästeamt führt eine Liste.'], rank: 2 })
    const { answer } = await ask({ text, passages: [law, listing], play: { say: claims([claim]) } })
    expect(answer.claims[0]?.citations).toEqual([1])
    expect(answer.corrections[0]?.citation).toBe(2)
    expect(answer.citations[1]?.quote).toBe('Die Gastkarte wird für drei Monate erteilt.')
  })

  test('that is true stays as it is', async () => {
    const { answer } = await ask({
      text: 'Die Gastkarte wird für drei Monate erteilt. Wer erteilt sie?',
      passages: [law],
    })
    expect(answer.corrections).toEqual([])
  })
})
