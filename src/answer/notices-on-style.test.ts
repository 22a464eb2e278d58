import { expect, test } from 'vitest'
import type { VerifiedClaim } from '../law/answer.ts'
import { noticesOnStyle } from './notices-on-style.ts'

/** A sentence of so many words. */
function claim(words: number): VerifiedClaim {
  const text = `${Array.from({ length: words }, () => 'Wort').join(' ')}.`
  return { text, role: 'rule', evidence: [], supports: 'rule', references: [], objection: null, leftOut: null }
}

test.each<[string, number[], string[]]>([
  ['short sentences', [8, 20, 12], []],
  ['one that is too long', [8, 21], ['Ein Satz hat mehr als 20 Wörter und ist keine einfache Sprache.']],
  ['two that are too long', [30, 21], ['2 Sätze haben mehr als 20 Wörter und sind keine einfache Sprache.']],
  ['all nearly too long', [18, 19], ['Die Sätze haben im Schnitt mehr als 15 Wörter; einfache Sprache ist kürzer.']],
  ['no sentence', [], []],
])('easy language of a model: %s', (_name, words, notices) => {
  expect(noticesOnStyle('einfache_sprache', 'llm', words.map(claim))).toEqual(notices)
})

test('the law word by word is never easy language, and other styles promise none', () => {
  expect(noticesOnStyle('einfache_sprache', 'extractive', [claim(5)])).toEqual([
    'Einfache Sprache war gewünscht: Die Sätze sind wörtlicher Gesetzestext und keine einfache Sprache.',
  ])
  expect(noticesOnStyle('full', 'llm', [claim(50)])).toEqual([])
})
