import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../../tests/build-passage.ts'
import type { LawName } from '../../../law/answer.ts'
import { toDay } from '../../../law/day.ts'
import type { RankedPassage } from '../../../law/passage.ts'
import { numberEvidence } from '../../compose/number-evidence.ts'
import { understand } from '../../understand/understand.ts'
import { findFalsePremises } from './find-false-premises.ts'

const card = buildPassage({
  norm: '§ 4',
  heading: 'Gastkarte',
  sentences: [
    'Die Gastkarte wird für drei Monate erteilt.',
    'Die Gastkarte kann vom Gästeamt verlängert werden.',
    'Sie ist nicht übertragbar.',
    'Der Einwand gegen die Versagung der Gastkarte ist innerhalb eines Monats zu erheben.',
  ],
})
const register: LawName[] = [{ documentId: card.document.id, abbreviation: 'MusterG', names: ['MusterG'] }]

function premisesOf(text: string, passages: RankedPassage[] = [card]) {
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE', style: 'full' as const, kinds: null }
  return findFalsePremises(understand(question, register, []), numberEvidence(passages))
}

describe('a false premise is found, with the sentence that says otherwise', () => {
  test.each([
    ['Die Gastkarte wird ja für fünf Jahre erteilt – wie lange vorher stellt man den Antrag?', 'number', /drei Monate/],
    ['Die Gastkarte muss vom Gästeamt verlängert werden. Was kostet das?', 'modality', /kann vom Gästeamt/],
    ['Wie berechne ich die Frist von sechs Wochen für den Einwand gegen die Versagung?', 'number', /eines Monats/],
    [
      'Da der Einwand gegen die Versagung der Gastkarte innerhalb von zwei Wochen zu erheben ist: Wo?',
      'number',
      /eines/,
    ],
  ])('%s', (question, kind, sentence) => {
    const [found, ...more] = premisesOf(question)
    expect(more).toEqual([])
    expect(found).toMatchObject({ kind, evidence: { text: expect.stringMatching(sentence) } })
    expect(question.slice(found?.start, found?.end)).toBe(found?.text)
  })

  test('where the law denies what the question affirms', () => {
    const court = buildPassage({ sentences: ['In Gastsachen werden vom Gastgericht keine Kosten erhoben.'] })
    const question = 'In Gastsachen werden vom Gastgericht ja Kosten erhoben – wie hoch sind sie?'
    expect(premisesOf(question, [court])).toMatchObject([{ kind: 'negation' }])
  })
})

describe('nothing is corrected', () => {
  test.each([
    ['what is so', 'Die Gastkarte wird für drei Monate erteilt. Wer erteilt sie?'],
    ['what is so in another unit', 'Die Gastkarte wird für 90 Tage erteilt. Wer erteilt sie?'],
    ['what is asked', 'Wird die Gastkarte für fünf Jahre erteilt?'],
    ['a fact of the case', 'Er hat die Gastkarte seit fünf Jahren. Wird sie verlängert?'],
    ['how long something has gone on', 'Die Gastkarte ist seit zwei Jahren erteilt. Wird verlängert?'],
    ['a number of something else', 'Die Gastkarte wird für 40 Euro im Gästeamt erteilt. Wo genau?'],
    ['what nothing speaks of', 'Der Hund braucht ja drei Impfungen im Jahr. Wer impft?'],
    ['what may be', 'Die Gastkarte kann vom Gästeamt verlängert werden. Was kostet das?'],
  ])('%s', (_what, question) => {
    expect(premisesOf(question)).toEqual([])
  })

  test('where another sentence as close says what the question says', () => {
    const other = buildPassage({
      norm: '§ 5',
      heading: 'Gastkarte für Verwandte',
      sentences: ['Die Gastkarte für Verwandte wird für fünf Jahre erteilt.'],
      rank: 2,
    })
    expect(premisesOf('Die Gastkarte wird für fünf Jahre erteilt. Wer erteilt sie?', [card, other])).toEqual([])
  })
})
