import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Evidence } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import { verify } from './verify.ts'

const context = {
  asOf: toDay('2025-03-05'),
  register: [],
  lookup: () => 'not_checked' as const,
  ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
}

/** The verdict on a claim that cites the last of these invented sentences. */
function judge(text: string, sentences: string[], heading: string | null = null): string {
  const passage = buildPassage({ sentences, heading })
  const sentence = passage.sentences.at(-1)
  if (!sentence) throw new RangeError('no sentence')
  const { start, end } = sentence
  const cited: Evidence = { id: 'E1', passage, sentence: 1, span: { start, end }, text: sentences.at(-1) ?? '' }
  const draft = { claims: [{ text, role: 'rule' as const, evidenceIds: ['E1'] }], open: [], malformed: [] }
  const { removed } = verify(draft, [cited], context)
  return removed[0]?.reason ?? 'kept'
}

const card = 'Die Gastkarte gilt drei Monate.'
const inOneSentence = 'Die Gastkarte gilt drei Monate; sie darf nicht verlängert werden.'

describe('a pronoun in the law stands for what the sentence before names', () => {
  test.each<[string, string[], string]>([
    ['Die Gastkarte darf verlängert werden.', [card, 'Sie darf nicht verlängert werden.'], 'negation'],
    ['Die Gastkarte darf nicht verlängert werden.', [card, 'Sie darf nicht verlängert werden.'], 'kept'],
    ['Die Gastkarte darf nicht verlängert werden.', [card, 'Sie darf verlängert werden.'], 'negation'],
    ['Die Gastkarte muss verlängert werden.', [card, 'Sie kann verlängert werden.'], 'modality'],
    ['Die Gastkarte kann verlängert werden.', [card, 'Sie kann verlängert werden.'], 'kept'],
    ['Die Gastkarte wird verlängert.', [card, 'Sie soll verlängert werden.'], 'modality'],
    ['Die Gastkarte darf verlängert werden.', [inOneSentence], 'negation'],
    ['Die Gastkarte darf nicht verlängert werden.', [inOneSentence], 'kept'],
    [
      'Der Gast kann ausgewiesen werden.',
      ['Der Gast wohnt im Gästehaus.', 'Er kann nicht ausgewiesen werden.'],
      'negation',
    ],
    [
      'Dem Gast ist eine Arbeit erlaubt.',
      ['Der Gast wohnt im Gästehaus.', 'Ihm ist keine Arbeit erlaubt.'],
      'negation',
    ],
    [
      'Die Gastkarte darf verlängert werden.',
      [card, 'Sie wird dem Gast ausgehändigt.', 'Sie darf nicht verlängert werden.'],
      'negation',
    ],
    ['Die Gastkarte gilt drei Monate.', [inOneSentence], 'kept'],
  ])('%s | %j: %s', (claim, sentences, verdict) => {
    expect(judge(claim, sentences)).toBe(verdict)
  })

  test('or for what the heading names', () => {
    const claim = 'Die Gastkarte darf verlängert werden.'
    expect(judge(claim, ['Sie darf nicht verlängert werden.'], 'Gastkarte')).toBe('negation')
  })

  test('but its own possessive is none', () => {
    expect(
      judge('Der Gast zahlt seine Steuern.', ['Der Gast zahlt seine Steuern; ihr Betrag wird nicht erhöht.']),
    ).toBe('kept')
  })
})
