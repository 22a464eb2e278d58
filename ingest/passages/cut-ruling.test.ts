import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Norm } from '../../src/law/document-text.ts'
import type { Block } from '../parse/rulings/read-blocks.ts'
import { writePart } from '../parse/rulings/write-part.ts'
import { cutRuling } from './cut-ruling.ts'

const line = (text: string, randnummer: string | null = null): Block => ({
  text,
  randnummer,
  heading: false,
  table: false,
  images: [],
})

function part(name: string, blocks: Block[]): Norm {
  const norm = writePart({ name, blocks }, null)
  if (norm === null) throw new Error('empty part')
  return norm
}

const long = (times: number) => 'Der Senat hält daran fest. '.repeat(times).trim()

test('a long Randnummer is cut between its sentences, and each piece keeps the number', () => {
  const norm = part('Gründe', [line(long(200), '7'), line('Kurz.', '8')])
  const passages = cutRuling(norm)
  expect(passages.map(({ paragraph }) => paragraph)).toEqual(['7', '7', '7', '7', '8'])
  for (const { start, end } of passages) {
    expect(end - start).toBeLessThanOrEqual(1800)
    expect(norm.text.slice(start, end)).toMatch(/^(?:Der Senat|Kurz).*\.$/)
  }
})

test('a table longer than a passage is cut between its rows', () => {
  const rows = Array.from({ length: 120 }, (_, at) => ({ ...line(`Zeile ${at} | ${at} Taler im Jahr`), table: true }))
  const norm = part('Gründe', [line('Es gilt:', '1'), ...rows])
  const passages = cutRuling(norm)
  expect(passages.length).toBeGreaterThan(1)
  for (const { start, end } of passages) expect(end - start).toBeLessThanOrEqual(1800)
})

test('a long text before the first Randnummer is a passage of its own', () => {
  const norm = part('Gründe', [line(long(20)), line('Kurz.', '1')])
  expect(cutRuling(norm).map(({ paragraph }) => paragraph)).toEqual([null, '1'])
})

test('a part without Randnummern is cut between paragraphs', () => {
  const norm = part('Tatbestand', [line(long(50)), line(long(50)), line('Ende.')])
  expect(cutRuling(norm).map(({ start, end }) => norm.text.slice(start, end))).toEqual([long(50), `${long(50)}\nEnde.`])
})

test('every character that is not white space lies in exactly one passage, and no sentence leaves its passage', () => {
  const words = fc.constantFrom(
    'I.',
    'A. Zulässigkeit',
    '1.',
    'Satz eins. Satz zwei.',
    'x | y',
    long(3),
    long(90),
    'ohne Ende',
  )
  const block = fc.record({
    text: words,
    randnummer: fc.option(fc.integer({ min: 1, max: 99 }).map(String), { nil: null }),
    heading: fc.boolean(),
    table: fc.boolean(),
    images: fc.constant<string[]>([]),
  })
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('Leitsatz', 'Gründe'),
      (blocks, name) => {
        const norm = part(name, blocks)
        let at = 0
        for (const { start, end, sentences } of cutRuling(norm)) {
          expect(norm.text.slice(at, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          for (const sentence of sentences) expect(sentence.start >= start && sentence.end <= end).toBe(true)
          at = end
        }
        expect(norm.text.slice(at).trim()).toBe('')
        for (const { start, end } of norm.sentences)
          expect(norm.text.slice(start, end).trim()).toBe(norm.text.slice(start, end))
      },
    ),
    { numRuns: 200 },
  )
})
