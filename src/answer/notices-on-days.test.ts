import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../tests/build-passage.ts'
import type { Citation } from '../law/answer.ts'
import { toDay } from '../law/day.ts'
import { cite } from './cite.ts'
import { numberEvidence } from './compose/number-evidence.ts'
import { noticesOnDays } from './notices-on-days.ts'
import { findDays } from './understand/days/find-days.ts'

const asOf = toDay('2025-03-05')

function notices(text: string, parts: Parameters<typeof buildPassage>[0] | null): string[] {
  const evidence = parts === null ? [] : numberEvidence([buildPassage(parts)])
  const claims =
    parts === null
      ? []
      : [
          {
            text: 'A.',
            role: 'rule' as const,
            evidence,
            supports: 'rule' as const,
            references: [],
            objection: null,
            leftOut: null,
          },
        ]
  const citations: Citation[] = cite(claims).citations
  return noticesOnDays(findDays(text, asOf), asOf, citations)
}

const newText = { sentences: ['Gäste brauchen eine Karte.'], validFrom: '2024-06-01' }

describe('a day on which the cited text was another', () => {
  test('is named, with the day answered for and how to ask for it', () => {
    expect(notices('Antrag vom 3.5.2024', newText)).toEqual([
      'Die Frage nennt den 03.05.2024 („vom 3.5.2024“, verstanden als Tag: Antrag). Beantwortet ist die Frage nach der ' +
        'Rechtslage am 05.03.2025. Für den genannten Tag, an dem eine Fundstelle nicht in dieser Fassung galt, bitte ' +
        '03.05.2024 als Stichtag bei „Rechtslage am“ angeben.',
    ])
  })

  test.each([
    ['Was galt 2023?', '31.12.2023'],
    ['Mindestgehalt 2023', '31.12.2023'],
    ['vor dem 1.6.2024 beantragt', '31.05.2024'],
    ['Bescheid vom Januar 2024', '31.01.2024'],
  ])('%s', (text, day) => {
    expect(notices(text, newText)).toEqual([expect.stringContaining(`nennt den ${day}`)])
  })
})

test.each([
  ['a text that was the same then', 'Antrag vom 3.7.2024', newText],
  [
    'the oldest text known, which stands for all days before',
    'Antrag vom 3.5.2024',
    { ...newText, validBasis: 'assumed' as const },
  ],
  ['a birth', 'geb. 3.5.1990', newText],
  ['an entry', 'eingereist am 3.5.2023', newText],
  ['a stretch that the day asked lies in', 'Was gilt seit dem 1.1.2023?', newText],
  ['the day asked itself', 'Was gilt heute?', newText],
  ['a count of years without a role', 'seit 5 Jahren', newText],
])('%s needs no notice', (_name, text, parts) => {
  expect(notices(text, parts)).toEqual([])
})

test('a state of the law without a day is said to be unclear', () => {
  expect(notices('Was galt vor der Reform?', newText)).toEqual([
    '„vor der Reform“ nennt keinen Tag. Beantwortet ist die Frage nach der Rechtslage am 05.03.2025; für eine andere ' +
      'bitte deren Stichtag bei „Rechtslage am“ angeben.',
  ])
})

test('where nothing could be cited the other day may be why', () => {
  expect(notices('Was galt 2023?', null)).toEqual([
    expect.stringContaining('Für den genannten Tag bitte 31.12.2023 als Stichtag bei „Rechtslage am“ angeben.'),
  ])
})
