import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Inquiry, ResolvedReference } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import { understand } from '../understand/understand.ts'
import { composeExtractive } from './compose-extractive.ts'
import { numberEvidence } from './number-evidence.ts'

function asking(text: string): Inquiry {
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'full' as const, kinds: null }
  return understand(question, [], [])
}

function referenceTo(norm: string, paragraph: string | null): ResolvedReference {
  const place = { norm, paragraph, sentence: null, path: [], law: 'MusterG', caseNumber: null }
  return { kind: 'norm', text: norm, start: 0, end: norm.length, documentId: 'gii:demo_musterg', ...place }
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

  test('gives the rule at the beginning of a named norm, then what else in it fits, in the order of the law', () => {
    const named = { why: [{ by: 'reference' as const }], norm: '§ 3', heading: 'Gastkarte' }
    const third = buildPassage({
      ...named,
      paragraph: '3',
      sentences: ['Das Gehalt für die Gastkarte eines Künstlers beträgt 20 Muster.'],
    })
    const first = buildPassage({ ...named, rank: 2, sentences: ['Wer im Musterland arbeitet, erhält eine Gastkarte.'] })
    const { normSha256 } = first
    const away = { ...third, normSha256, start: third.start + 500, end: third.end + 500 }
    const moved = { ...away, sentences: away.sentences.map((each) => ({ ...each, start: away.start, end: away.end })) }
    const inquiry = { ...asking('Welches Gehalt verlangt § 3 MusterG?'), references: [referenceTo('§ 3', null)] }
    const { claims } = composeExtractive(inquiry, numberEvidence([moved, first]), 6)
    expect(claims.map(({ text }) => text)).toEqual([first.text, third.text])
  })

  test('keeps to the Absatz the question names', () => {
    const named = { why: [{ by: 'reference' as const }], norm: '§ 3' }
    const asked = buildPassage({ ...named, paragraph: '2', sentences: ['Näheres regelt die Musterverordnung.'] })
    const other = buildPassage({ ...named, rank: 2, sentences: ['Die Gastkarte steht in einem Heft.'] })
    const inquiry = { ...asking('Was steht in § 3 Abs. 2 MusterG?'), references: [referenceTo('§ 3', '2')] }
    expect(composeExtractive(inquiry, numberEvidence([asked, other]), 6).claims.map(({ text }) => text)).toEqual([
      asked.text,
    ])
  })

  test('cites two norms at most where a short answer is asked', () => {
    const passages = ['§ 1', '§ 2', '§ 3', '§ 4'].map((norm, at) =>
      buildPassage({ norm, rank: at + 1, sentences: [`Die Gastkarte gilt nach ${at + 1} Wegen drei Monate.`] }),
    )
    const norms = (style: 'short' | 'full') => {
      const inquiry = asking('Wie lange gilt eine Gastkarte?')
      const question = { ...inquiry.question, style }
      return composeExtractive({ ...inquiry, question }, numberEvidence(passages), 6).claims.length
    }
    expect([norms('short'), norms('full')]).toEqual([2, 3])
  })

  test('finds what the law calls by another word than the office', () => {
    const inquiry = { ...asking('Was kostet der Besucherausweis?'), meanings: ['Gastkarte Gebühren'] }
    expect(composeExtractive(inquiry, evidence, 1).claims.map(({ text }) => text)).toEqual([
      'Die Gastkarte kostet 50 Muster.',
    ])
  })

  test('reads a mistyped word as the one that is there', () => {
    const { claims } = composeExtractive(asking('was kostet die gatskarte'), evidence, 1)
    expect(claims.map(({ text }) => text)).toEqual(['Die Gastkarte kostet 50 Muster.'])
  })

  test('passes over the questions of a test', () => {
    const quiz = buildPassage({
      sentences: ['Wie lange gilt eine Gastkarte?', 'Sie gilt in Musterland drei Monate lang.'],
    })
    expect(composeExtractive(asking('Wie lange gilt eine Gastkarte?'), numberEvidence([quiz]), 6).claims).toEqual([])
  })

  test('stays empty where the words that matter are not in what was found', () => {
    expect(
      composeExtractive(asking('Wie viele Gastkarten wurden 2023 bundesweit bewilligt?'), evidence, 6).claims,
    ).toEqual([])
    expect(composeExtractive(asking('Gastkarte?'), evidence, 6).claims).not.toEqual([])
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
