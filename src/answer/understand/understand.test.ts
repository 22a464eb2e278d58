import { expect, test } from 'vitest'
import type { LawName } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import { searchWords } from '../../text/words.ts'
import { summarise } from './summarise.ts'
import { understand } from './understand.ts'

const register: LawName[] = [
  { documentId: 'gii:aufenthg_2004', abbreviation: 'AufenthG', names: ['Aufenthaltsgesetz'] },
  { documentId: 'gii:freiz_gg_eu_2004', abbreviation: 'FreizügG/EU', names: ['Freizügigkeitsgesetz/EU'] },
]

function ask(text: string) {
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }
  const { references, documentIds, namesOnly } = understand(question, register, [])
  return { named: references.map(({ norm, documentId }) => [norm, documentId]), documentIds, namesOnly }
}

test('tells what a question says of days, persons, titles and its parts, and narrows nothing by it', () => {
  const text =
    'Ihr Mann (Syrer) hat keine Duldung, Antrag vom 3.5.2024. Was gilt vor der Reform nach § 5 AufenthG? Und ab wann?'
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }
  const inquiry = understand(question, register, [])
  expect(inquiry).toMatchObject({
    question,
    days: [
      { text: 'vom 3.5.2024', role: 'Antrag', resolved: { from: '2024-05-03', to: '2024-05-03' } },
      { text: 'vor der Reform', role: 'Rechtslage', resolved: null },
    ],
    persons: [{ person: 'Ehegatte' }, { nationality: 'Syrien' }],
    titles: [{ title: 'Duldung', negated: true }],
    added: [],
  })
  expect(inquiry.parts).toHaveLength(1)
  expect(summarise({ ...inquiry })).toBe(
    '§ 5 AufenthG; Antrag 03.05.2024, „vor der Reform“ (kein Tag erkennbar); Ehegatte, Staat: Syrien; ohne Duldung',
  )
})

test('what nothing is recognised in has no summary', () => {
  const question = { text: 'Hallo', asOf: toDay('2025-03-05'), territory: 'DE', style: 'short' as const, kinds: null }
  expect(summarise(understand(question, register, []))).toBe('')
})

test.each([
  ['Antrag vom 3.5.2024 auf Gastkarte', ['antrag', 'gastkarte']],
  ['Mindestgehalt 2024', ['mindestgehalt']],
  ['seit letztem Jahr, vor zwei Jahren', ['vor', 'zwei', 'jahren']],
  ['nach altem Recht', ['nach', 'altem', 'recht']],
  ['§ 5 Abs. 2 AufenthG', ['5', 'abs', '2', 'aufenthg']],
])('%s is searched for without the numbers of its dates', (text, words) => {
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE', style: 'short' as const, kinds: null }
  expect(searchWords(understand(question, register, []).searchText)).toEqual(words)
})

test.each([
  ['§ 18g Abs. 1 AufenthG', true],
  ['18 g aufenthg', true],
  ['AufenthG § 18g', true],
  ['und was ist mit §§ 27 ff. AufenthG?', true],
  ['Was regelt § 18g AufenthG?', false],
  ['§ 5 FernG', true],
  ['AufenthG', false],
  ['', false],
])('%s is nothing but names of norms: %s', (text, namesOnly) => {
  expect(ask(text).namesOnly).toBe(namesOnly)
})

test.each([
  ['Was regelt § 18g AufenthG?', [['§ 18g', 'gii:aufenthg_2004']], ['gii:aufenthg_2004']],
  ['AufenthG: was steht in § 18g?', [['§ 18g', 'gii:aufenthg_2004']], ['gii:aufenthg_2004']],
  ['Was steht in § 18g?', [['§ 18g', null]], []],
  ['§ 5 im Aufenthaltgesetz', [['§ 5', 'gii:aufenthg_2004']], ['gii:aufenthg_2004']],
  ['Im Freizügigkeitsgesetz finde ich dazu nichts.', [], ['gii:freiz_gg_eu_2004']],
  ['AufenthG und FreizügG/EU: was gilt nach § 11?', [['§ 11', null]], ['gii:aufenthg_2004', 'gii:freiz_gg_eu_2004']],
  ['§ 3 MusterG neben dem AufenthG', [['§ 3', null]], ['gii:aufenthg_2004']],
  ['BVerwG 1 C 12.22 zum AufenthG', [[null, null]], ['gii:aufenthg_2004']],
  ['§18 g aufenthg', [['§ 18g', 'gii:aufenthg_2004']], ['gii:aufenthg_2004']],
  ['18g aufenthg', [['§ 18g', 'gii:aufenthg_2004']], ['gii:aufenthg_2004']],
  ['§ 11 Freizügigkeitsgestz', [['§ 11', 'gii:freiz_gg_eu_2004']], ['gii:freiz_gg_eu_2004']],
  ['', [], []],
])('%s names the norms and laws meant', (text, named, documentIds) => {
  expect(ask(text)).toMatchObject({ named, documentIds })
})
