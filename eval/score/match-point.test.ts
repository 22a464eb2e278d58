import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/law/day.ts'
import { staticTextVectors } from '../../src/models/static-embedding.ts'
import { describeOnRealLaw } from '../../tests/corpus.ts'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { evaluateMatcher, readPairs } from './evaluate-matcher.ts'
import { createMatcher } from './match-point.ts'
import { createSimilarity } from './similarity.ts'

const matcher = createMatcher(createSimilarity(staticTextVectors()))
const asOf = toDay('2025-03-05')
const verdictOf = (point: string, ...sentences: string[]) => matcher.find(point, sentences, asOf).verdict

describe('a key point', () => {
  const point = 'Die Mondkarte wird für höchstens zwei Jahre erteilt.'

  test('is covered by a sentence that says it in other words, whatever stands around it', () => {
    expect(verdictOf(point, 'Guten Tag.', 'Höchstens zwei Jahre lang wird die Mondkarte erteilt.')).toBe('covered')
    expect(verdictOf(point, 'Das Mondamt erteilt die Mondkarte.', 'Sie gilt höchstens zwei Jahre.')).toBe('covered')
  })

  test.each([
    ['another number', 'Die Mondkarte wird für höchstens drei Jahre erteilt.'],
    ['another unit', 'Die Mondkarte wird für höchstens zwei Monate erteilt.'],
    ['the other bound', 'Die Mondkarte wird für mindestens zwei Jahre erteilt.'],
    ['a negation', 'Die Mondkarte wird nicht für höchstens zwei Jahre erteilt.'],
    ['another modality', 'Die Mondkarte kann für höchstens zwei Jahre erteilt werden.'],
  ])('is contradicted by a sentence with %s', (_name, sentence) => {
    expect(verdictOf(point, sentence)).toBe('contradicted')
    expect(verdictOf(point, sentence, 'Die Mondkarte wird für höchstens zwei Jahre erteilt.')).toBe('covered')
  })

  test('is absent from a sentence about something else, and from silence', () => {
    expect(verdictOf(point, 'Das Kraterregister führt die Sternwarte.')).toBe('absent')
    expect(verdictOf(point)).toBe('absent')
  })
})

describe('a wrong claim', () => {
  const claim = 'Jede Mondkarte gilt unbefristet.'
  const assertedBy = (sentence: string) => matcher.asserting(claim, [sentence], asOf)

  test('is found where an answer makes it', () => {
    expect(assertedBy('Nach dem Mondgesetz gilt jede Mondkarte unbefristet.')).toContain('unbefristet')
  })

  test('is not found where the answer denies it, or says it of some only', () => {
    expect(assertedBy('Nicht jede Mondkarte gilt unbefristet.')).toBeNull()
    expect(assertedBy('Die Mondkarte für Forscher gilt unbefristet.')).toBeNull()
  })
})

describeOnRealLaw('the development questions', () => {
  test('on the labelled pairs the matcher is as good as docs/evaluation.md says, and the rules are what makes it so', () => {
    const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
    const cases = parseReferenceCases(read('../../../shared/questions/dev.jsonl'))
    const pairs = readPairs(read('key-point-pairs.tsv'), cases)
    const [heldOut, shipped, bare, , contradicted, asserted] = evaluateMatcher(pairs)
    expect(pairs).toHaveLength(141)
    expect(heldOut?.precision).toBeGreaterThan(0.93)
    expect(heldOut?.recall).toBeGreaterThan(0.82)
    expect(shipped?.precision).toBeGreaterThan(0.93)
    expect(bare?.precision).toBeLessThan(0.6)
    expect(contradicted?.precision).toBeGreaterThan(0.9)
    expect(asserted?.precision).toBe(1)
  })
})
