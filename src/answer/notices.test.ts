import { expect, test } from 'vitest'
import { buildPassage } from '../../tests/build-passage.ts'
import type { Citation, Question } from '../law/answer.ts'
import { toDay } from '../law/day.ts'
import { cite } from './cite.ts'
import { numberEvidence } from './compose/number-evidence.ts'
import { noticesOn } from './notices.ts'

const today = toDay('2025-03-05')

function asking(asOf: string): Question {
  return { text: 'Frage?', asOf: toDay(asOf), territory: 'DE-NW', style: 'short', kinds: null }
}

function citing(parts: Parameters<typeof buildPassage>[0]): Citation[] {
  const evidence = numberEvidence([buildPassage(parts)])
  return cite([
    { text: 'A.', role: 'rule', evidence, supports: 'rule', references: [], objection: null, leftOut: null },
  ]).citations
}

const sentences = ['Gäste brauchen eine Karte.']

test("today's law of a real collection needs no notice", () => {
  expect(noticesOn(asking('2025-03-05'), citing({ sentences, invented: false }), today)).toEqual([])
})

test('a day before the oldest text says which text is shown, and that its validity is not proven', () => {
  const citations = citing({ sentences, invented: false, validBasis: 'assumed', validFrom: '2024-03-01' })
  expect(noticesOn(asking('2020-01-02'), [...citations, ...citations], today)).toEqual([
    'MusterG: Ältester vorliegender Text vom 01.03.2024; Geltung am 02.01.2020 nicht belegt.',
    expect.stringContaining('Der Link zeigt die heutige Fassung'),
  ])
})

test("a day in the future says that today's state is shown", () => {
  expect(noticesOn(asking('2025-03-06'), [], today)).toEqual([
    'Der Tag liegt in der Zukunft; gezeigt wird der heute bekannte Stand.',
  ])
})

test('invented law is called invented', () => {
  expect(noticesOn(asking('2025-03-05'), citing({ sentences }), today)).toEqual([expect.stringContaining('erfunden')])
})
