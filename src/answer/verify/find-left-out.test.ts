import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { DraftClaim } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import { numberEvidence } from '../compose/number-evidence.ts'
import { noticesOnExceptions } from '../notices-on-exceptions.ts'
import { verify } from './verify.ts'

const context = {
  asOf: toDay('2025-03-05'),
  register: [],
  lookup: () => 'not_checked' as const,
  ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
}

/** The notices on claims about invented sentences, each claim with the number of the sentence it cites. */
function notices(sentences: string[], ...claims: [text: string, sentence: number][]): string[] {
  const evidence = numberEvidence([buildPassage({ sentences })])
  const drafts = claims.map(([text, number]): DraftClaim => ({ text, role: 'rule', evidenceIds: [`E${number}`] }))
  const { claims: verified } = verify({ claims: drafts, open: [], malformed: [] }, evidence, context)
  expect(verified).toHaveLength(claims.length)
  return noticesOnExceptions(verified)
}

const card = 'Jeder Gast erhält eine Gastkarte.'
const notForChildren = 'Satz 1 gilt nicht für Kinder unter zwölf Jahren.'

describe('a reader is told of an exception that a sentence leaves out', () => {
  test.each([
    [
      'Jeder Gast erhält eine Gastkarte, es sei denn, er reist am selben Tag ab.',
      'es sei denn, er reist am selben Tag ab.',
    ],
    [
      'Jeder Gast erhält eine Gastkarte, soweit nicht das ganze Haus wegen Hochwassers geschlossen ist.',
      'soweit nicht das ganze Haus wegen Hochwassers geschlossen ist',
    ],
    ['Jeder Gast erhält eine Gastkarte; dies gilt nicht für Kinder.', 'dies gilt nicht für Kinder.'],
    ['Jeder Gast erhält abweichend von § 4 Absatz 2 eine Gastkarte.', 'abweichend von § 4 Absatz 2 eine Gastkarte'],
  ])('in the cited sentence: %s', (sentence, exception) => {
    expect(notices([sentence], ['Jeder Gast erhält eine Gastkarte (so das Gesetz).', 1])).toEqual([
      `§ 1 Abs. 1 MusterG (erfunden) nennt eine Ausnahme, von der die Antwort nicht spricht: „${exception}“`,
    ])
  })

  test.each([notForChildren, 'Dies gilt nicht für Kinder.', 'Abweichend von Satz 1 erhalten Kinder ein Armband.'])(
    'in a sentence after it, even where the cited one is repeated word for word: %s',
    (exception) => {
      expect(notices([card, exception], [card, 1])).toEqual([expect.stringContaining(`„${exception}“`)])
    },
  )
})

describe('and of nothing', () => {
  test('where the sentence speaks of it', () => {
    expect(
      notices([card, notForChildren], ['Jeder Gast außer Kindern unter zwölf Jahren erhält eine Gastkarte.', 1]),
    ).toEqual([])
  })

  test('where another sentence of the answer cites it', () => {
    expect(notices([card, notForChildren], [card, 1], [notForChildren, 2])).toEqual([])
  })

  test('where the exception is from another sentence', () => {
    expect(notices([card, 'Sie gilt einen Monat.', notForChildren], ['Sie gilt einen Monat.', 2])).toEqual([])
  })

  test('where there is none', () => {
    expect(notices([card], [card, 1])).toEqual([])
  })
})
