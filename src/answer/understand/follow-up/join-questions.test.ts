import { describe, expect, test } from 'vitest'
import type { LawName } from '../../../law/answer.ts'
import { toDay } from '../../../law/day.ts'
import { splitParts } from '../split-parts.ts'
import { understand } from '../understand.ts'
import { joinQuestions, leansOn } from './join-questions.ts'

const register: LawName[] = [
  { documentId: 'gii:aufenthg_2004', abbreviation: 'AufenthG', names: ['Aufenthaltsgesetz'] },
  { documentId: 'gii:aufenthv', abbreviation: 'AufenthV', names: ['Aufenthaltsverordnung'] },
]

function inquiryOf(text: string) {
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }
  return understand(question, register, [])
}

const join = (earlier: string, followUp: string) => joinQuestions(inquiryOf(followUp), inquiryOf(earlier), register)

describe('a follow-up that leans on the question before', () => {
  test.each([
    [
      'Wie lange gilt die Blaue Karte EU?',
      'und bei Ehegatten?',
      'und bei Ehegatten? (Zuvor gefragt: Wie lange gilt die Blaue Karte EU)',
    ],
    [
      'Was kostet ein Visum?',
      'Gilt das auch für Kinder',
      'Gilt das auch für Kinder? (Zuvor gefragt: Was kostet ein Visum)',
    ],
    [
      'Ihr Mann ist Syrer. Wie lange gilt die Duldung?',
      'Wie lange?',
      'Wie lange? (Zuvor gefragt: Ihr Mann ist Syrer; Wie lange gilt die Duldung)',
    ],
  ])('%s → %s', (earlier, followUp, joined) => {
    expect(join(earlier, followUp)).toBe(joined)
  })

  test('asks of the norm, the title or the year it names itself, no longer of the old one', () => {
    expect(join('Wie lange gilt der Titel nach § 18g AufenthG?', 'und nach § 19c?')).toBe(
      'und nach § 19c? (Zuvor gefragt: Wie lange gilt der Titel nach § 19c AufenthG)',
    )
    expect(join('Was kostet eine Niederlassungserlaubnis?', 'und eine Duldung?')).toBe(
      'und eine Duldung? (Zuvor gefragt: Was kostet eine Duldung)',
    )
    expect(join('Welches Mindestgehalt galt am 1.2.2024?', 'und am 1.2.2025?')).toBe(
      'und am 1.2.2025? (Zuvor gefragt: Welches Mindestgehalt galt am 1.2.2025)',
    )
  })

  test('carries what was asked before that, once, without nesting', () => {
    const second = join('Was kostet die Blaue Karte EU?', 'und bei Ehegatten?') ?? ''
    expect(join(second, 'und wie lange?')).toBe(
      'und wie lange? (Zuvor gefragt: und bei Ehegatten; Was kostet die Blaue Karte EU)',
    )
  })

  test('stays one question: the earlier one is not answered again', () => {
    const joined = join(
      'Darf er arbeiten? Wie lange gilt die Duldung? Was kostet sie?',
      'Gilt das auch für Kinder unter 16?',
    )
    expect(splitParts(joined ?? '').map(({ text }) => text)).toEqual([joined])
  })
})

describe('a follow-up that is a question of its own', () => {
  test('gets the norm, title and person it does not name', () => {
    expect(
      join('Gilt § 18g AufenthG für eine Fachkraft mit Blauer Karte EU?', 'Welches Gehalt verlangt das Gesetz?'),
    ).toMatch(/^Welches Gehalt verlangt das Gesetz\? \(Es geht um: § 18g AufenthG, /)
  })

  test('gets the law of its § from the question before', () => {
    expect(join('Wann gilt § 5 AufenthG?', 'Welche Ausnahme kennt § 9 Abs. 2?')).toBe(
      'Welche Ausnahme kennt § 9 Abs. 2? (Es geht um: AufenthG)',
    )
  })

  test.each([
    ['Was kostet ein Visum?', 'Wie lange gilt die Duldung nach § 60a AufenthG?'],
    ['Was kostet ein Visum?', 'Welche Gebühr hat eine Niederlassungserlaubnis?'],
    ['Muss die Behörde anhören?', 'Welche Frist gilt für Widersprüche?'],
  ])('stays as it is where it lacks nothing: %s → %s', (earlier, followUp) => {
    expect(join(earlier, followUp)).toBeNull()
  })
})

test.each([
  ['Das Visum ist abgelaufen. Was nun geschieht mit dem Antrag?', false],
  ['Können Sie mir die Gebühr für den Antrag nennen?', false],
  ['Darf er arbeiten?', true],
  ['Was ist mit Kindern?', true],
  ['§ 18g AufenthG', false],
])('%s leans on what was said before: %s', (text, leans) => {
  expect(leansOn(inquiryOf(text))).toBe(leans)
})
