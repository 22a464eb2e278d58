import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LexiconError, loadLexicon } from './lexicon.ts'

function folderWith(lexicon: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-lexicon-'))
  writeFileSync(join(folder, 'lexicon.json'), lexicon)
  return folder
}

test('an office adds its own words in its data folder', () => {
  const own = { say: ['Musterkürzel'], means: 'Musterkarte', source: 'erfunden' }
  expect(loadLexicon(folderWith(JSON.stringify([own])))).toEqual([...loadLexicon('/nirgends'), own])
})

test.each(['kein JSON', '[{"say":["X"]}]', '[{"say":[],"means":"Musterkarte","source":"erfunden"}]'])(
  'a list that cannot be read (%s) is refused, naming the file and what an entry needs',
  (lexicon) => {
    const folder = folderWith(lexicon)
    expect(() => loadLexicon(folder)).toThrow(LexiconError)
    expect(() => loadLexicon(folder)).toThrow(join(folder, 'lexicon.json'))
  },
)
