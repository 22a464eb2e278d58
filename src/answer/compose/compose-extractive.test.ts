import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Inquiry } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import { composeExtractive } from './compose-extractive.ts'
import { numberEvidence } from './number-evidence.ts'

function asking(text: string): Inquiry {
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'full' as const, kinds: null }
  return { question, references: [], documentIds: [] }
}

const card = buildPassage({
  heading: 'Gastkarte',
  sentences: [
    'Abweichend davon gilt die Gastkarte für Künstler ein Jahr.',
    'Die Gastkarte gilt drei Monate.',
    'Näheres regelt die Musterverordnung.',
  ],
})
const fee = buildPassage({ norm: '§ 9', heading: 'Gebühren', sentences: ['Die Gastkarte kostet 50 Muster.'], rank: 2 })
const evidence = numberEvidence([card, fee])

describe('an answer without a model', () => {
  test('is made of sentences of the law, word by word', () => {
    const { claims } = composeExtractive(asking('Wie lange gilt eine Gastkarte?'), evidence, 6)
    const sentences = evidence.map(({ id, text }) => [id, text])
    expect(claims.length).toBeGreaterThan(0)
    expect(
      claims.every(({ text, evidenceIds }) => sentences.some(([id, own]) => own === text && id === evidenceIds[0])),
    ).toBe(true)
  })

  test('names the rule before its exception', () => {
    const { claims } = composeExtractive(asking('Wie lange gilt eine Gastkarte?'), evidence, 6)
    expect(claims.map(({ role }) => role).slice(0, 2)).toEqual(['rule', 'exception'])
    expect(claims[0]?.text).toBe('Die Gastkarte gilt drei Monate.')
  })

  test('takes the passage that answers, not only the one ranked first', () => {
    const { claims } = composeExtractive(asking('Was kostet die Gastkarte?'), evidence, 1)
    expect(claims.map(({ text }) => text)).toEqual(['Die Gastkarte kostet 50 Muster.'])
  })

  test('shows what a named norm says, even when the question shares no word with it', () => {
    const named = buildPassage({ sentences: ['Näheres regelt die Musterverordnung.'], why: [{ by: 'reference' }] })
    expect(composeExtractive(asking('Was steht in § 1 MusterG?'), numberEvidence([named]), 6).claims).toHaveLength(1)
  })

  test('stays empty when nothing fits', () => {
    expect(composeExtractive(asking('Wann öffnet das Schwimmbad?'), evidence, 6).claims).toEqual([])
    expect(composeExtractive(asking('Wie?'), evidence, 6).claims).toEqual([])
    expect(composeExtractive(asking('Wie lange gilt eine Gastkarte?'), [], 6).claims).toEqual([])
  })

  test('cuts a very long list after one of its lines, and says so', () => {
    const list = `Eine Gastkarte erhält, wer\n${Array.from({ length: 40 }, (_, index) => `${index + 1}. erfundener Fall`).join(',\n')}.`
    const [claim] = composeExtractive(
      asking('Wer erhält eine Gastkarte?'),
      numberEvidence([buildPassage({ sentences: [list] })]),
      6,
    ).claims
    expect(claim?.text).toMatch(/erfundener Fall, …$/)
    expect(list.replaceAll('\n', ' ').startsWith(claim?.text.slice(0, -2) ?? '?')).toBe(true)
  })
})
