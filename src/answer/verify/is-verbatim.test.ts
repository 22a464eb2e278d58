import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Evidence } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import { isVerbatim } from './is-verbatim.ts'
import { verify } from './verify.ts'

const item = (number: number) =>
  `${number}. der Gast nicht im ${number}. Zimmer des Gästehauses wohnt und keine Schlüssel hat`
const list = `Eine Gastkarte wird nicht erteilt, wenn\n${Array.from({ length: 12 }, (_, at) => item(at + 1)).join(',\n')}.`

function cited(text: string): Evidence {
  const passage = buildPassage({ sentences: [text] })
  return { id: 'E1', passage, sentence: 1, span: { start: passage.start, end: passage.end }, text }
}

test('a list-sentence on one line is the sentence, whole or cut after any word', () => {
  const line = list.replaceAll('\n', ' ')
  expect(isVerbatim(line, [cited(list)])).toBe(true)
  const words = line.split(' ')
  fc.assert(
    fc.property(fc.integer({ min: 60, max: words.length - 1 }), (count) => {
      expect(isVerbatim(`${words.slice(0, count).join(' ')} …`, [cited(list)])).toBe(true)
    }),
  )
})

test.each([
  ['cut within a word', `${list.slice(0, list.indexOf('Schlüssel hat,\n5.') + 3)} …`],
  ['with a word left out', `${list.slice(0, 400).replace(' nicht', '')} …`],
  ['short enough to leave out what turns it', 'Eine Gastkarte wird nicht erteilt, wenn …'],
  ['not cut at its end', `${list.slice(0, 400)} … und so weiter`],
])('what is %s is not', (_, text) => {
  expect(isVerbatim(text, [cited(list)])).toBe(false)
})

test('a long list cut with " …" is not removed for the negations it leaves out', () => {
  const text = `${list.slice(0, list.indexOf(',\n6.') + 1).replaceAll('\n', ' ')} …`
  const draft = { claims: [{ text, role: 'rule' as const, evidenceIds: ['E1'] }], open: [], malformed: [] }
  const context = {
    asOf: toDay('2025-03-05'),
    register: [],
    lookup: () => 'in_force' as const,
    ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
  }
  expect(verify(draft, [cited(list)], context).removed).toEqual([])
})

const beginning = 'Eine Gastkarte wird nicht erteilt, wenn'

test.each([
  [`${beginning} … ${item(3)}, … ${item(7)}, …`, true],
  [`${beginning} ${item(1)}, …`, true],
  [`${beginning} … ${item(12)}.`, true],
  [`${beginning} ${item(3)}, …`, false],
  [`${beginning} … ${item(7)}, … ${item(3)}, …`, false],
  [`${beginning} … ${item(3)},`, false],
  [`${item(3)}, …`, false],
  [`${beginning} … ${item(3).replace('keine', 'einen')}, …`, false],
  [`${beginning} … der Gast nicht im 3. Zimmer des Gästehauses wohnt und keine Schlüssel hat, …`, false],
])('of a list only whole Nummern may be left out, in place of which stands "…": %s', (text, verdict) => {
  expect(isVerbatim(text, [cited(list)])).toBe(verdict)
})

test('pieces of two sentences are no excerpt of one', () => {
  const [one, two] = [cited('Eine Gastkarte erhält, wer\n1. wohnt.'), cited('2. zahlt.')]
  expect(isVerbatim('Eine Gastkarte erhält, wer 1. wohnt. 2. zahlt.', [one, { ...two, sentence: 2 }])).toBe(false)
})
