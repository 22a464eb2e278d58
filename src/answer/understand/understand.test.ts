import { expect, test } from 'vitest'
import type { LawName } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import { understand } from './understand.ts'

const register: LawName[] = [
  { documentId: 'gii:aufenthg_2004', abbreviation: 'AufenthG', names: ['Aufenthaltsgesetz'] },
  { documentId: 'gii:freiz_gg_eu_2004', abbreviation: 'FreizügG/EU', names: ['Freizügigkeitsgesetz/EU'] },
]

function ask(text: string) {
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }
  const { references, documentIds } = understand(question, register, [])
  return { named: references.map(({ norm, documentId }) => [norm, documentId]), documentIds }
}

test.each([
  ['Was regelt § 18g AufenthG?', [['§ 18g', 'gii:aufenthg_2004']], ['gii:aufenthg_2004']],
  ['AufenthG: was steht in § 18g?', [['§ 18g', 'gii:aufenthg_2004']], ['gii:aufenthg_2004']],
  ['Was steht in § 18g?', [['§ 18g', null]], []],
  ['§ 5 im Aufenthaltgesetz', [['§ 5', 'gii:aufenthg_2004']], ['gii:aufenthg_2004']],
  ['Im Freizügigkeitsgesetz finde ich dazu nichts.', [], ['gii:freiz_gg_eu_2004']],
  ['AufenthG und FreizügG/EU: was gilt nach § 11?', [['§ 11', null]], ['gii:aufenthg_2004', 'gii:freiz_gg_eu_2004']],
  ['§ 3 MusterG neben dem AufenthG', [['§ 3', null]], ['gii:aufenthg_2004']],
  ['BVerwG 1 C 12.22 zum AufenthG', [[null, null]], ['gii:aufenthg_2004']],
  ['', [], []],
])('%s names the norms and laws meant', (text, named, documentIds) => {
  expect(ask(text)).toEqual({ named, documentIds })
})
