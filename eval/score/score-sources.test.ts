import { expect, test } from 'vitest'
import { aCase, anAnswer, source } from './__fixtures__/records.ts'
import { scoreSources } from './score-sources.ts'

const right = source('§ 1', '1', 'Die Mondkarte gilt zwei Jahre.')
const scoresOf = (answer: Record<string, unknown>) => scoreSources(aCase(), anAnswer(answer))

test('one citation that does not exist, was not in force or is not verbatim spoils the answer', () => {
  expect(scoresOf({ sources: [right, right] })).toMatchObject({
    citations_exist: 1,
    citations_in_force: 1,
    quotes_verbatim: 1,
  })
  expect(scoresOf({ sources: [right, { ...right, exists: false, inForce: null }] })).toMatchObject({
    citations_exist: 0,
    citations_in_force: 1,
  })
  expect(scoresOf({ sources: [right, { ...right, inForce: false }] })).toMatchObject({ citations_in_force: 0 })
  expect(scoresOf({ sources: [right, { ...right, verbatim: false }] })).toMatchObject({ quotes_verbatim: 0 })
})

test('what could not be checked is neither right nor wrong', () => {
  const unchecked = { ...right, exists: null, inForce: null, verbatim: null }
  expect(scoresOf({ sources: [unchecked] })).toMatchObject({ citations_exist: null, quotes_verbatim: null })
  expect(scoresOf({ sources: [right, unchecked] })).toMatchObject({ citations_exist: 1 })
  expect(scoresOf({ sources: [] })).toMatchObject({ citations_exist: null })
  expect(scoresOf({ status: 'refused', sources: [right] })).toEqual({})
})

test('norms named in the prose are counted for themselves', () => {
  const named = {
    written: '§ 99',
    documentId: 'gii:mondg',
    norm: '§ 99',
    paragraph: null,
    exists: false,
    inForce: null,
  }
  expect(scoresOf({ sources: [right], references: [named] })).toMatchObject({ citations_exist: 1, references_exist: 0 })
})
