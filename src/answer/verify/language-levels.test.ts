import { expect, test } from 'vitest'
import { levelsIn } from './language-levels.ts'

test.each([
  ['Der Gast verfügt über ausreichende Kenntnisse der deutschen Sprache.', ['b1']],
  ['Hinreichende deutsche Sprachkenntnisse genügen.', ['a2']],
  ['Der Gast muss die deutsche Sprache beherrschen.', ['c1']],
  ['Ausreichender Wohnraum und eine gute Küche sind nötig.', []],
])('%s', (text, levels) => {
  expect(levelsIn(text)).toEqual(levels)
})
