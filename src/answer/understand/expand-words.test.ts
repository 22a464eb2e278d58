import { expect, test } from 'vitest'
import { loadLexicon } from '../../lexicon.ts'
import { expandWords } from './expand-words.ts'

const lexicon = [
  { say: ['NE'], means: 'Niederlassungserlaubnis', source: 'erfunden' },
  { say: ['nachholen', 'her holen'], means: 'Familiennachzug', source: 'erfunden' },
  { say: ['Mann'], means: 'Ehegatte', source: 'erfunden' },
]

test.each([
  ['NE nach 5 Jahren?', ['Niederlassungserlaubnis']],
  ['was kostet ne Bescheinigung', []],
  ['sie will ihren Mann nachholen', ['Familiennachzug', 'Ehegatte']],
  ['die Männer her holen', ['Familiennachzug', 'Ehegatte']],
  ['Mannheim', []],
  ['', []],
])('"%s" means %j', (question, means) => {
  expect(expandWords(question, lexicon)).toEqual(means)
})

test('every entry of the bundled list is complete, and says each word once', () => {
  const said = loadLexicon('/nirgends').flatMap(({ say }) => say)
  expect(said.length).toBeGreaterThan(150)
  expect(said.filter((phrase, place) => said.indexOf(phrase) !== place)).toEqual([])
})
