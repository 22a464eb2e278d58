import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnswerSource } from '../run/answer-record.ts'
import { aCase, anAnswer, gold, source } from './__fixtures__/records.ts'
import { citedNorms, scoreCitedPlaces } from './score-cited-places.ts'

const reference = aCase({
  gold: [
    gold('§ 1', '1', 'Die Mondkarte gilt zwei Jahre'),
    gold('§ 1', '2'),
    gold('§ 7', null),
    gold('§ 9', '1', 'auf Antrag', false),
  ],
})
const scoresOf = (...sources: AnswerSource[]) => scoreCitedPlaces(reference, anAnswer({ sources }))

test('cited places are scored as worked out by hand, on norm, Absatz and quote', () => {
  const scores = scoresOf(
    source('§ 1', '1', 'Die Mondkarte gilt zwei Jahre und kann verlängert werden.'),
    source('§ 1', '3', 'Das Nähere bestimmt das Mondamt.'),
    source('§ 9', '1', '„auf  Antrag“'),
    source('§ 4', '1'),
  )
  expect(scores).toEqual({
    citation_recall: 1 / 2,
    citation_precision: 2 / 3,
    citation_absatz_recall: 1 / 3,
    citation_absatz_precision: 2 / 4,
    citation_quote_recall: 1,
    citation_quote_precision: 2 / 3,
  })
})

test('supporting gold is right where it is cited, and nobody asks for it', () => {
  expect(scoresOf(source('§ 9', '1'))).toMatchObject({ citation_precision: 1, citation_recall: 0 })
  expect(scoresOf(source('§ 1', '1'), source('§ 7', null))).toMatchObject({ citation_recall: 1 })
})

test('a norm cited without its Absatz is found as a norm, not as an Absatz', () => {
  expect(scoresOf(source('§ 1', null))).toMatchObject({
    citation_precision: 1,
    citation_absatz_precision: 0,
    citation_absatz_recall: 0,
  })
})

test('half of the gold quote shows it, a word of it does not, and not from another norm', () => {
  expect(scoresOf(source('§ 1', '1', 'gilt zwei Jahre'))).toMatchObject({ citation_quote_recall: 1 })
  expect(scoresOf(source('§ 1', '1', 'zwei'))).toMatchObject({ citation_quote_recall: 0 })
  expect(scoresOf(source('§ 7', null, 'Die Mondkarte gilt zwei Jahre'))).toMatchObject({ citation_quote_recall: 0 })
})

test('an invented source is wrong; what could not be checked counts on neither side', () => {
  const invented = { ...source('§ 99', null), documentId: null, norm: null, exists: false }
  const decree = { ...source('Erlass', null), documentId: null, norm: null, exists: null }
  expect(scoresOf(source('§ 7', null), invented)).toMatchObject({ citation_precision: 1 / 2 })
  expect(scoresOf(source('§ 7', null), decree)).toMatchObject({ citation_precision: 1 })
})

test('who refuses a question that can be answered has cited nothing', () => {
  expect(scoreCitedPlaces(reference, anAnswer({ status: 'refused', sources: [source('§ 1', '1')] }))).toMatchObject({
    citation_recall: 0,
    citation_precision: null,
  })
  expect(scoreCitedPlaces(aCase({ answerable: false, gold: [] }), anAnswer({ sources: [source('§ 1', '1')] }))).toEqual(
    {},
  )
})

const anySource = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.option(fc.integer({ min: 1, max: 3 }).map(String)), fc.option(fc.string()))
  .map(([norm, paragraph, quote]) => source(`§ ${norm}`, paragraph, quote))

test('the order of sources does not matter, and every figure lies between 0 and 1', () => {
  fc.assert(
    fc.property(fc.array(anySource, { maxLength: 8 }), (sources) => {
      const scores = scoresOf(...sources)
      expect(scoresOf(...sources.toReversed())).toEqual(scores)
      for (const value of Object.values(scores).filter((each) => each !== null)) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a wrong source more never raises precision, and changes no recall', () => {
  fc.assert(
    fc.property(fc.array(anySource, { minLength: 1, maxLength: 8 }), (sources) => {
      const [before, after] = [scoresOf(...sources), scoresOf(...sources, source('§ 50', '1', 'Etwas anderes.'))]
      for (const level of ['norm', 'absatz', 'quote']) {
        const [was, is] = [before[`citation_${level}_precision`], after[`citation_${level}_precision`]]
        if (typeof was === 'number') expect(is).toBeLessThanOrEqual(was)
        expect(after[`citation_${level}_recall`]).toBe(before[`citation_${level}_recall`])
      }
    }),
  )
})

test('exactly the gold cited is perfect on every level', () => {
  const sources = [source('§ 1', '1', 'Die Mondkarte gilt zwei Jahre'), source('§ 1', '2'), source('§ 7', null)]
  expect(new Set(Object.values(scoresOf(...sources)))).toEqual(new Set([1]))
  expect(citedNorms(anAnswer({ sources }))).toEqual(['mondg § 1', 'mondg § 7'])
})
