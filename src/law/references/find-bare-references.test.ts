import { expect, test } from 'vitest'
import type { LawName } from '../answer.ts'
import { findBareReferences } from './find-bare-references.ts'

const register: LawName[] = [
  { documentId: 'gii:demo_musterg', abbreviation: 'MusterG', names: ['Mustergesetz'] },
  { documentId: 'gii:gg', abbreviation: 'GG', names: ['Grundgesetz'] },
]

function read(text: string) {
  return findBareReferences(text, register).map(({ norm, paragraph, to, following, law, start, end }) => {
    return [norm, paragraph, to ?? following ?? null, law, text.slice(start, end)]
  })
}

test.each([
  ['18g MusterG', [['§ 18g', null, null, 'MusterG', '18g MusterG']]],
  ['18 g musterg', [['§ 18g', null, null, 'musterg', '18 g musterg']]],
  ['4 Abs. 2 des Mustergesetzes', [['§ 4', '2', null, 'Mustergesetzes', '4 Abs. 2 des Mustergesetzes']]],
  ['Gebühr nach 7a mustergestz', [['§ 7a', null, null, 'mustergestz', '7a mustergestz']]],
  ['27 ff. MusterG', [['§ 27', null, 'ff', 'MusterG', '27 ff. MusterG']]],
  [
    '5 und 6 musterg',
    [
      ['§ 5', null, null, 'musterg', '5'],
      ['§ 6', null, null, 'musterg', '6 musterg'],
    ],
  ],
])('%s names a norm although it has no §', (text, named) => {
  expect(read(text)).toEqual(named)
})

test.each([
  '3 GG',
  'Abschnitt 3 MusterG',
  'seit 2005 MusterG',
  '50 Euro nach 5 Jahren MusterG',
  '18g FernG',
  '18g',
  'Kapitel 2 des Mustergesetzes',
])('%s names none', (text) => {
  expect(read(text)).toEqual([])
})
