import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/law/day.ts'
import { type ReferenceCase, referenceCaseSchema } from './reference-case.ts'
import { resolveSources } from './resolve-sources.ts'
import { parseReferenceCases } from './parse-reference-cases.ts'
import { setWithGold } from './set-with-gold.ts'
import { withGold } from './with-gold.ts'

const register = [
  { documentId: 'gii:mustera_2004', abbreviation: 'MusterAufG', names: ['MusterAufG', 'Musteraufenthaltsgesetz'] },
  { documentId: 'gii:musterv', abbreviation: 'MusterV', names: ['MusterV'] },
]
const asking = (fields: object): ReferenceCase =>
  referenceCaseSchema.parse({ id: 'x', question: 'Wie?', as_of: toDay('2025-04-01'), ...fields })
const normsOf = (one: ReferenceCase) =>
  one.gold.map(({ law, norm, para, essential }) => `${law} ${norm} ${para ?? '-'} ${essential ? '!' : ''}`.trim())

describe('sources in an expert’s own words are the norms they name', () => {
  test.each([
    [['§ 31 Abs. 1 Satz 1 Nr. 1 MusterAufG'], ['mustera_2004 § 31 1 !']],
    [['MusterAufG § 31 Abs. 1'], ['mustera_2004 § 31 1 !']],
    [['Musteraufenthaltsgesetz (MusterAufG), § 31 Absatz 2'], ['mustera_2004 § 31 2 !']],
    [['§ 5 Abs. 1 bis 3 MusterAufG'], ['mustera_2004 § 5 1 !', 'mustera_2004 § 5 2 !', 'mustera_2004 § 5 3 !']],
    [['§§ 27 bis 30 MusterAufG'], ['mustera_2004 § 27 - !', 'mustera_2004 § 30 - !']],
    [['§ 18a MusterAufG i. V. m. § 2 MusterV'], ['mustera_2004 § 18a - !', 'musterv § 2 - !']],
    [
      ['§ 31 Abs. 2', '§ 31 MusterAufG'],
      ['mustera_2004 § 31 2 !', 'mustera_2004 § 31 - !'],
    ],
    [['§ 1 MusterV', '§ 1 MusterV'], ['musterv § 1 - !']],
    [['Erlass des Musterministeriums vom 12.3.2024', 'VG Musterstadt, Urteil vom 1.2.2024 – 5 K 12/23'], []],
    [['§ 3 FehlG'], []],
  ])('%j', (sources, gold) => {
    expect(normsOf(withGold(asking({ sources }), register))).toEqual(gold)
  })

  test('what names no norm is told apart from a law the collection lacks', () => {
    expect(resolveSources(asking({ sources: ['Erlass vom 12.3.2024', '§ 3 FehlG'] }), register)).toEqual([
      { source: 'Erlass vom 12.3.2024', gold: [], unknownLaws: [] },
      { source: '§ 3 FehlG', gold: [], unknownLaws: ['FehlG'] },
    ])
  })
})

test('gold that a set gives itself is never changed', () => {
  const one = asking({ gold: [{ law: 'musterv', norm: '§ 1', para: null, essential: true }], sources: ['§ 9 MusterV'] })
  expect(withGold(one, register)).toBe(one)
})

test('without sources the norms of the expert’s prose support, and an answer may do without them', () => {
  const answer =
    'Drei Jahre (§ 31 Abs. 1 MusterAufG). Bei Härte weniger: § 31 Abs. 2. Nach § 4 MusterV kostet es nichts.'
  expect(normsOf(withGold(asking({ reference_answer: answer }), register))).toEqual([
    'mustera_2004 § 31 1',
    'mustera_2004 § 31 2',
    'musterv § 4 -',
  ])
})

test('a law that only the question names is the law of the §§ in the answer', () => {
  const one = asking({ question: 'Was gilt nach dem MusterAufG?', reference_answer: 'Drei Jahre, § 31 Abs. 1.' })
  expect(normsOf(withGold(one, register))).toEqual(['mustera_2004 § 31 1'])
})

test('the sources of an unanswerable question carry nothing', () => {
  expect(normsOf(withGold(asking({ answerable: false, sources: ['§ 1 MusterV'] }), register))).toEqual([
    'musterv § 1 -',
  ])
})

test('a run keeps a set with its gold resolved; a set that gives all its gold stays as it is', async () => {
  const line = (one: ReferenceCase) => `${JSON.stringify(one)}\n`
  const office = line(asking({ sources: ['§ 1 MusterV'] }))
  const own = `${line(asking({ gold: [{ law: 'musterv', norm: '§ 1', para: null, essential: true }] }))}\n`
  const registerOn = () => Promise.resolve(register)
  const kept = parseReferenceCases(await setWithGold(office, registerOn))
  expect(kept.map(normsOf)).toEqual([['musterv § 1 - !']])
  expect(kept[0]?.sources).toEqual(['§ 1 MusterV'])
  expect(await setWithGold(own, registerOn)).toBe(own)
})
