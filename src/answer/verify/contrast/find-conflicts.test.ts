import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../../tests/build-passage.ts'
import type { LawName } from '../../../law/answer.ts'
import type { Rank } from '../../../law/document.ts'
import { numberEvidence } from '../../compose/number-evidence.ts'
import { findConflicts } from './find-conflicts.ts'

const law = 'Die Gastkarte wird vom Gästeamt für drei Monate erteilt.'
const names = ['MusterG', 'MusterErl', 'ZweitErl', 'MusterVwV', 'MusterUrt']
const register: LawName[] = names.map((name) => ({
  documentId: `gii:demo_${name.toLowerCase()}`,
  abbreviation: name,
  names: [name],
}))

/** Evidence of one sentence a document, and the conflicts where the first is cited. */
function conflictsOf(...sources: [text: string, rank: Rank, name: string][]) {
  const passages = sources.map(([text, ofRank, abbreviation], at) =>
    buildPassage({ norm: `§ ${at + 1}`, sentences: [text], ofRank, abbreviation, rank: at + 1 }),
  )
  const evidence = numberEvidence(passages)
  return findConflicts(evidence.slice(0, 1), evidence, register).map(({ sides, isBetweenRanks }) => ({
    ranks: sides.map(({ passage }) => passage.document.rank),
    isBetweenRanks,
  }))
}

describe('sources of different ranks conflict', () => {
  test.each([
    ['another period', 'Die Gastkarte wird vom Gästeamt für zwei Jahre erteilt.'],
    ['another way of binding', 'Die Gastkarte kann vom Gästeamt erteilt werden.'],
    ['a denial', 'Die Gastkarte wird vom Gästeamt nicht erteilt.'],
    [
      'another period in few of its words, naming the norm',
      'Nach § 1 MusterG ist die Gastkarte für ein Jahr zu erteilen.',
    ],
  ])('by %s', (what, decree) => {
    const own = what.includes('binding') ? 'Die Gastkarte muss vom Gästeamt erteilt werden.' : law
    expect(conflictsOf([own, 'statute', 'MusterG'], [decree, 'decree', 'MusterErl'])).toEqual([
      { ranks: ['statute', 'decree'], isBetweenRanks: true },
    ])
  })

  test('in the order of their ranks, whichever is cited; three that differ are one conflict', () => {
    const year = 'Die Gastkarte wird vom Gästeamt für ein Jahr erteilt.'
    const weeks = 'Die Gastkarte wird vom Gästeamt für zwei Wochen erteilt.'
    expect(
      conflictsOf([year, 'decree', 'MusterErl'], [weeks, 'ruling', 'MusterUrt'], [law, 'statute', 'MusterG']),
    ).toEqual([{ ranks: ['statute', 'decree', 'ruling'], isBetweenRanks: true }])
  })
})

describe('sources do not conflict', () => {
  test.each([
    ['that say the same', law],
    ['in another unit of the same length', 'Die Gastkarte wird vom Gästeamt für 90 Tage erteilt.'],
    ['on different matters', 'Der Ausweis für Hunde wird vom Hundeamt für zwei Jahre ausgestellt.'],
    ['where one says that it differs', 'Abweichend hiervon wird die Gastkarte vom Gästeamt für zwei Jahre erteilt.'],
    ['where one is a piece of a list', 'die Gastkarte vom Gästeamt für zwei Jahre erteilt wird,'],
  ])('%s', (_what, decree) => {
    expect(conflictsOf([law, 'statute', 'MusterG'], [decree, 'decree', 'MusterErl'])).toEqual([])
  })

  test('of one law, or of two laws of one rank', () => {
    const other = 'Die Gastkarte wird vom Gästeamt für zwei Jahre erteilt.'
    expect(conflictsOf([law, 'statute', 'MusterG'], [other, 'statute', 'MusterG'])).toEqual([])
    expect(conflictsOf([law, 'statute', 'MusterG'], [other, 'statute', 'MusterVwV'])).toEqual([])
  })

  test('where one announces the new amount that the other orders', () => {
    const amount = (euros: number) => `Der Bedarf beträgt für Gäste monatlich ${euros} Euro.`
    expect(conflictsOf([amount(100), 'statute', 'MusterG'], [amount(120), 'notice', 'MusterVwV'])).toEqual([])
  })

  test('where nothing cited is one of the sides', () => {
    expect(
      conflictsOf(
        ['Der Hund ist beim Hundeamt zu melden.', 'statute', 'MusterVwV'],
        [law, 'statute', 'MusterG'],
        ['Die Gastkarte wird vom Gästeamt für zwei Jahre erteilt.', 'decree', 'MusterErl'],
      ),
    ).toEqual([])
  })
})

test('two decrees that differ conflict, and no rule of rank decides', () => {
  const other = 'Die Gastkarte wird vom Gästeamt für zwei Jahre erteilt.'
  expect(conflictsOf([law, 'decree', 'MusterErl'], [other, 'decree', 'ZweitErl'])).toEqual([
    { ranks: ['decree', 'decree'], isBetweenRanks: false },
  ])
})
