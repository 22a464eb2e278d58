import { describe, expect, test } from 'vitest'
import type { LawName } from '../answer.ts'
import { findLawNames } from './find-law-names.ts'
import { resolveLaw } from './resolve-law.ts'

const register: LawName[] = [
  { documentId: 'gii:aufenthg_2004', abbreviation: 'AufenthG', names: ['AufenthG 2004', 'Aufenthaltsgesetz'] },
  { documentId: 'gii:aufenthv', abbreviation: 'AufenthV', names: ['Aufenthaltsverordnung'] },
  { documentId: 'gii:freiz_gg_eu_2004', abbreviation: 'FreizügG/EU', names: ['Freizügigkeitsgesetz/EU'] },
  { documentId: 'gii:sgb_12', abbreviation: 'SGB 12', names: ['SGB XII'] },
  { documentId: 'gii:sgb_2', abbreviation: 'SGB 2', names: [] },
  { documentId: 'gii:gg', abbreviation: 'GG', names: ['Grundgesetz für die Bundesrepublik Deutschland'] },
  { documentId: 'gii:bgb', abbreviation: 'BGB', names: ['Bürgerliches Gesetzbuch'] },
  { documentId: 'gii:bgbeg', abbreviation: 'BGBEG', names: [] },
  { documentId: 'gii:stag', abbreviation: 'StAG', names: ['RuStAG', 'Staatsangehörigkeitsgesetz'] },
  { documentId: 'gii:passv_2007', abbreviation: 'PassV', names: ['Passverordnung'] },
  { documentId: 'gii:einbtestv', abbreviation: 'EinbTestV', names: [] },
  { documentId: 'demo:muster', abbreviation: 'MusterG', names: ['Gesetz'] },
]

describe('a law is known by every way of writing its name', () => {
  test.each([
    ['AufenthG', 'gii:aufenthg_2004'],
    ['aufenthg', 'gii:aufenthg_2004'],
    ['AufenthG 2004', 'gii:aufenthg_2004'],
    ['Aufenthaltsgesetzes', 'gii:aufenthg_2004'],
    ['Zwölften Buches Sozialgesetzbuch', 'gii:sgb_12'],
    ['Zwölftes Buch des Sozialgesetzbuchs', 'gii:sgb_12'],
    ['SGB XII', 'gii:sgb_12'],
    ['SGB-XII', 'gii:sgb_12'],
    ['SGB12', 'gii:sgb_12'],
    ['SGB II', 'gii:sgb_2'],
    ['Freizuegigkeitsgesetz', 'gii:freiz_gg_eu_2004'],
    ['Freizügigkeitsgesetzes/EU', 'gii:freiz_gg_eu_2004'],
    ['Grundgesetzes', 'gii:gg'],
    ['Bürgerlichen Gesetzbuchs', 'gii:bgb'],
    ['EGBGB', 'gii:bgbeg'],
  ])('%s', (name, documentId) => {
    expect(resolveLaw(name, register)?.documentId).toBe(documentId)
  })
})

test.each([
  ['Aufentahltsgesetz', 'gii:aufenthg_2004'],
  ['Aufenthaltgesetz', 'gii:aufenthg_2004'],
  ['Staatsangehörigkeitsgestz', 'gii:stag'],
  ['aufentg', 'gii:aufenthg_2004'],
])('a single typo is forgiven: %s', (name, documentId) => {
  expect(resolveLaw(name, register)?.documentId).toBe(documentId)
})

test.each(['PassG', 'EinbTestG', 'AufenthX', 'SGB III', 'Gesetz', 'GX', '', 'BGBX', '§ 5'])(
  '%s means no law, or more than one',
  (name) => {
    expect(resolveLaw(name, register)).toBeNull()
  },
)

test('laws named without a § are found where they stand', () => {
  const text = 'Gilt das auch im Freizügigkeitsgesetz, nach dem Zwölften Buch Sozialgesetzbuch oder im GG?'
  const found = findLawNames(text, register)
  expect(found.map(({ documentId }) => documentId)).toEqual(['gii:freiz_gg_eu_2004', 'gii:sgb_12', 'gii:gg'])
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Freizügigkeitsgesetz',
    'Zwölften Buch Sozialgesetzbuch',
    'GG',
  ])
})

test('a short word is no law because it has the letters of one', () => {
  expect(findLawNames('das gg und das Gesetz', register)).toEqual([])
})
