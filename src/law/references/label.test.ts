import { expect, test } from 'vitest'
import type { DocumentKind } from '../document.ts'
import { formatLabel } from './label.ts'

const law = (abbreviation: string, kind: DocumentKind = 'statute', invented = false) => ({
  kind,
  abbreviation,
  invented,
})
const bare = { norm: '§ 18g', paragraph: null, document: law('AufenthG') }
const ruling = law('BVerwG, Urteil vom 19.03.2013 – 1 C 12.12', 'ruling')
const decree = law('Erlass MIKA NRW vom 12.03.2024 – 26.01', 'decree')

test.each([
  [{ ...bare, paragraph: '1', sentences: [2], path: ['3'] }, '§ 18g Abs. 1 Satz 2 Nr. 3 AufenthG'],
  [{ ...bare, norm: 'Art 6', paragraph: '1', document: law('GG') }, 'Art. 6 Abs. 1 GG'],
  [{ ...bare, norm: 'Anlage 1', document: law('AufenthV') }, 'Anlage 1 AufenthV'],
  [{ ...bare, sentences: [1, 3] }, '§ 18g Satz 1 und 3 AufenthG'],
  [{ ...bare, sentences: [1, 2] }, '§ 18g Satz 1 und 2 AufenthG'],
  [{ ...bare, sentences: [1, 2, 3] }, '§ 18g Satz 1 bis 3 AufenthG'],
  [{ ...bare, sentences: [1, 3, 5, 6, 7] }, '§ 18g Satz 1, 3 und 5 bis 7 AufenthG'],
  [{ ...bare, path: ['3', 'a', 'bb'] }, '§ 18g Nr. 3 Buchst. a Doppelbuchst. bb AufenthG'],
  [{ ...bare, norm: null }, 'AufenthG'],
  [{ norm: 'Gründe', paragraph: '17', document: ruling }, 'BVerwG, Urteil vom 19.03.2013 – 1 C 12.12, Rn. 17'],
  [{ norm: 'Tenor', paragraph: null, document: ruling }, 'BVerwG, Urteil vom 19.03.2013 – 1 C 12.12, Tenor'],
  [
    { norm: 'Nr. 2.1', paragraph: null, page: '3', document: decree },
    'Erlass MIKA NRW vom 12.03.2024 – 26.01, Nr. 2.1, S. 3',
  ],
  [{ ...bare, document: law('MusterG', 'statute', true) }, '§ 18g MusterG (erfunden)'],
])('%o is cited as %s', (parts, label) => {
  expect(formatLabel(parts)).toBe(label)
})
