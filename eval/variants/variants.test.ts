import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../seeded-random.ts'
import { cutQuestion } from './cut-question.ts'
import { damageWord, neighbours } from './damage-word.ts'
import { keywordVariants, scantKeywordVariants } from './keyword-variants.ts'
import { typoVariants } from './typo-variants.ts'

const words = fc.constantFrom(
  'Welche',
  'Gebühr',
  'fällt',
  'für',
  'den',
  'Aufenthaltstitel',
  'Ehegatten',
  'bei',
  'Verlängerung',
  'an',
  'Öffnung',
  'Daueraufenthalt-EU',
)
const references = fc.constantFrom(
  '§ 36a',
  '§ 36a Abs. 2 AufenthG',
  '§ 9 AufenthG',
  'Art. 6 GG',
  '§§ 27',
  '§ 4 Absatz 1 Satz 2 AsylbLG',
)
const questions = fc
  .tuple(fc.array(words, { minLength: 5, maxLength: 14 }), fc.option(references))
  .map(
    ([text, reference]) => `${[...text.slice(0, 3), ...(reference ? [reference] : []), ...text.slice(3)].join(' ')}?`,
  )
const seeds = fc.integer()

function referencesOf(question: string): string[] {
  return cutQuestion(question)
    .flatMap(({ text, kind }) => (kind === 'reference' ? [text] : []))
    .toSorted()
}

test('a question is cut into words and whole references', () => {
  expect(
    cutQuestion('Gilt § 36a Abs. 2 AufenthG auch für Art. 6 GG, oder § 9?').map(({ text, kind }) => [kind, text]),
  ).toEqual([
    ['word', 'Gilt'],
    ['reference', '§ 36a Abs. 2 AufenthG'],
    ['word', 'auch'],
    ['word', 'für'],
    ['reference', 'Art. 6 GG'],
    ['word', 'oder'],
    ['reference', '§ 9'],
  ])
})

test('every variant keeps the references, differs from the question and from the others, and comes again with its seed', () => {
  fc.assert(
    fc.property(questions, seeds, (question, seed) => {
      for (const makeVariants of [keywordVariants, scantKeywordVariants, typoVariants]) {
        const variants = makeVariants(question, 5, seed)
        expect(makeVariants(question, 5, seed)).toEqual(variants)
        expect(new Set([...variants, question]).size).toBe(variants.length + 1)
        for (const variant of variants) expect(referencesOf(variant)).toEqual(referencesOf(question))
      }
    }),
  )
})

test('a keyword variant says nothing the question does not say, and keeps at least three of its words', () => {
  fc.assert(
    fc.property(questions, seeds, (question, seed) => {
      const said = cutQuestion(question).map(({ text }) => text)
      for (const variant of keywordVariants(question, 5, seed)) {
        const kept = cutQuestion(variant).map(({ text }) => text)
        expect(said).toEqual(expect.arrayContaining(kept))
        expect(kept.length).toBeGreaterThanOrEqual(3)
      }
    }),
  )
})

test('small words are left out where enough others stand', () => {
  const variants = keywordVariants('Wie hoch ist die Gebühr für eine Niederlassungserlaubnis bei Ehegatten?', 5, 1)
  expect(variants).toHaveLength(5)
  for (const variant of variants) expect(variant).not.toMatch(/\b(wie|die|für|eine|bei)\b/i)
})

test('a typing error hits one or two words of five letters or more, and nothing else', () => {
  fc.assert(
    fc.property(questions, seeds, (question, seed) => {
      const before = question.split(' ')
      for (const variant of typoVariants(question, 5, seed)) {
        const after = variant.split(' ')
        expect(after).toHaveLength(before.length)
        const hit = before.filter((word, place) => word !== after[place])
        expect(hit.length).toBeGreaterThanOrEqual(1)
        expect(hit.length).toBeLessThanOrEqual(2)
        for (const word of hit) expect(word.length).toBeGreaterThanOrEqual(5)
      }
    }),
  )
})

test('a mistyped word is at most one letter longer or shorter, and never itself', () => {
  fc.assert(
    fc.property(
      words.filter((word) => word.length >= 5),
      seeds,
      (word, seed) => {
        const damaged = damageWord(word, seededRandom(seed))
        expect(damaged).not.toBe(word)
        expect(Math.abs(damaged.length - word.length)).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test('the keyboard is the German one', () => {
  expect(neighbours.get('z')).toEqual(['t', 'u'])
  expect(neighbours.get('y')).toEqual(['x'])
  expect(neighbours.get('ö')).toEqual(['l', 'ä'])
})

test('a question of which nothing can be mistyped has no such variant', () => {
  expect(typoVariants('§ 36a Abs. 2 AufenthG?', 5, 1)).toEqual([])
})
