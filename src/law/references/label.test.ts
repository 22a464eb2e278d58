import { expect, test } from 'vitest'
import { formatLabel } from './label.ts'

const bare = { norm: '§ 18g', paragraph: null, abbreviation: 'AufenthG', invented: false }

test.each([
  [{ ...bare, paragraph: '1', sentences: [2], path: ['3'] }, '§ 18g Abs. 1 Satz 2 Nr. 3 AufenthG'],
  [{ ...bare, norm: 'Art 6', paragraph: '1', abbreviation: 'GG' }, 'Art. 6 Abs. 1 GG'],
  [{ ...bare, norm: 'Anlage 1', abbreviation: 'AufenthV' }, 'Anlage 1 AufenthV'],
  [{ ...bare, sentences: [1, 3] }, '§ 18g Satz 1 und 3 AufenthG'],
  [{ ...bare, sentences: [1, 2] }, '§ 18g Satz 1 und 2 AufenthG'],
  [{ ...bare, sentences: [1, 2, 3] }, '§ 18g Satz 1 bis 3 AufenthG'],
  [{ ...bare, sentences: [1, 3, 5, 6, 7] }, '§ 18g Satz 1, 3 und 5 bis 7 AufenthG'],
  [{ ...bare, path: ['3', 'a', 'bb'] }, '§ 18g Nr. 3 Buchst. a Doppelbuchst. bb AufenthG'],
  [{ ...bare, norm: null }, 'AufenthG'],
  [{ ...bare, abbreviation: 'MusterG', invented: true }, '§ 18g MusterG (erfunden)'],
])('%o is cited as %s', (parts, label) => {
  expect(formatLabel(parts)).toBe(label)
})
