import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CutPassage } from '../../src/law/passage.ts'
import type { Norm } from '../../src/law/document-text.ts'
import { parseStatute } from '../parse/statute-xml.ts'
import { cutStatute } from './cut-statute.ts'

/** An invented norm from the publisher's XML of its content. */
function buildNorm(content: string, name = '§ 1'): Norm {
  const head = '<norm><metadaten><jurabk>MusterG</jurabk><langue>Mustergesetz</langue></metadaten></norm>'
  const body = `<norm><metadaten><enbez>${name}</enbez></metadaten><textdaten><text><Content>${content}</Content></text></textdaten></norm>`
  const norm = parseStatute(Buffer.from(`<dokumente>${head}${body}</dokumente>`), 'musterg').norms[0]
  if (norm === undefined) throw new Error('no norm')
  return norm
}

const long = (words: string, times: number) => `${words} `.repeat(times).trim()
const item = (sign: string, text: string) => `<DT>${sign}</DT><DD><LA>${text}</LA></DD>`
const list = (items: string[], type = 'arabic') => `<DL Type="${type}">${items.join('')}</DL>`
const places = (passages: CutPassage[]) => passages.map(({ paragraph, path }) => [paragraph, path.join(' ')])
const texts = (norm: Norm) => cutStatute(norm).map(({ start, end }) => norm.text.slice(start, end))

describe('a norm is cut', () => {
  test('into its Absätze, with the sentences of each', () => {
    const norm = buildNorm('<P>(1) Satz eins. Satz zwei.</P><P>(2) Satz drei.</P><P>Er geht weiter.</P>')
    expect(texts(norm)).toEqual(['(1) Satz eins. Satz zwei.', '(2) Satz drei.\nEr geht weiter.'])
    expect(places(cutStatute(norm))).toEqual([
      ['1', ''],
      ['2', ''],
    ])
    expect(cutStatute(norm).map(({ sentences }) => sentences.map(({ number }) => number))).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  test('not at all where it has no Absätze and is short', () => {
    expect(texts(buildNorm('<P>Satz eins. Satz zwei.</P>'))).toEqual(['Satz eins. Satz zwei.'])
  })

  test('into nothing where it is repealed', () => {
    expect(cutStatute(buildNorm('<P>(weggefallen)</P>'))).toEqual([])
  })

  test('in a long Absatz into lead-in, Nummern and what follows, the sentence clipped to each', () => {
    const items = [item('1.', 'kurz ist,'), item('2.', long('sehr lang und', 150)), item('3a.', 'rot ist,')]
    const norm = buildNorm(`<P>(1) Wer ${list(items)}haftet. Satz zwei.</P><P>(2) Ende.</P>`)
    expect(places(cutStatute(norm))).toEqual([
      ['1', ''],
      ['1', '1'],
      ['1', '2'],
      ['1', '3a'],
      ['1', ''],
      ['2', ''],
    ])
    expect(texts(norm)[0]).toBe('(1) Wer')
    expect(texts(norm)[4]).toBe('haftet. Satz zwei.')
    expect(cutStatute(norm).map(({ sentences }) => sentences.map(({ number }) => number))).toEqual([
      [1],
      [1],
      [1],
      [1],
      [1, 2],
      [1],
    ])
  })

  test('in a long Nummer into its Buchstaben', () => {
    const letters = [item('a)', long('sehr lang und', 100)), item('b)', long('auch lang und', 100))]
    const norm = buildNorm(`<P>(1) Wer ${list([item('1.', 'kurz,'), item('2.', `der ${list(letters, 'alpha')}`)])}</P>`)
    expect(places(cutStatute(norm)).map(([, path]) => path)).toEqual(['', '1', '2', '2 a', '2 b'])
  })

  test('in a long table between its rows', () => {
    const rows = Array.from(
      { length: 100 },
      (_, i) => `<row><entry>Muster ${i}</entry><entry>${i} Taler im Jahr</entry></row>`,
    )
    const table = `<table frame="all"><tgroup cols="2"><tbody>${rows.join('')}</tbody></tgroup></table>`
    const norm = buildNorm(`<P>Vorspann</P>${table}<P>Nachwort</P>`, 'Anlage 1')
    const parts = texts(norm)
    expect(parts).toHaveLength(2)
    expect(parts.every((part) => part.length <= 1800)).toBe(true)
    expect(parts.join('\n')).toBe(norm.text)
  })
})

test('every character that is not white space lies in exactly one passage, and no sentence leaves its passage', () => {
  const words = fc.integer({ min: 0, max: 120 }).map((times) => long('Muster und', times))
  const absatz = fc
    .record({
      mark: fc.constantFrom('(1) ', '(2a) ', ''),
      lead: words,
      items: fc.array(words, { maxLength: 12 }),
      tail: words,
    })
    .map(({ mark, lead, items, tail }) => {
      const numbered = items.map((text, i) => item(`${i + 1}.`, text))
      return `<P>${mark}${lead} ${items.length > 0 ? list(numbered) : ''}${tail}.</P>`
    })
  fc.assert(
    fc.property(fc.array(absatz, { maxLength: 6 }), (parts) => {
      const norm = buildNorm(parts.join(''))
      let at = 0
      for (const { start, end, sentences } of cutStatute(norm)) {
        expect(norm.text.slice(at, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        for (const sentence of sentences) expect(sentence.start >= start && sentence.end <= end).toBe(true)
        at = end
      }
      expect(norm.text.slice(at).trim()).toBe('')
    }),
    { numRuns: 60 },
  )
})
