import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageAt } from '../../../src/law/page-mark.ts'
import { makePdf } from '../../../tests/office/make-pdf.ts'
import { cutPaper } from '../../passages/cut-paper.ts'
import { plainBlock, type Block, type Paper } from './paper.ts'
import { paperText } from './paper-text.ts'
import { readPaper } from './read-paper.ts'

const origin = { id: 'office:muster.pdf', url: '/', fileName: 'muster.pdf', territory: 'DE' }
const paperOf = (blocks: Block[]): Paper => ({
  blocks,
  pages: null,
  attachments: [],
  notes: [],
  meta: { format: 'docx', mail: null },
})
const heading = (number: string | null, text: string, level: number): Block => ({
  ...plainBlock('heading', text, level),
  number,
})
const paragraph = (text: string, number: string | null = null): Block => ({ ...plainBlock('paragraph', text), number })
const item = (number: string, text: string): Block => ({ ...plainBlock('item', text, 1), number })
const norms = (blocks: Block[]) => paperText(paperOf(blocks), origin).norms

describe('a paper has a norm for each section', () => {
  test('named by its number, with the headings above it', () => {
    const found = norms([
      heading(null, 'Musterrundschreiben', 1),
      paragraph('Vorspann.'),
      heading('2', 'Verfahren', 2),
      heading('2.1', 'Zuständigkeit', 3),
      paragraph('Zuständig ist das Musteramt.'),
      heading('3', 'Schluss', 2),
      paragraph('Ende.'),
    ])
    expect(
      found.map(({ key, norm, heading: title, outline, text }) => [
        key,
        norm,
        title,
        outline.map(({ label }) => label).join(' '),
        text,
      ]),
    ).toEqual([
      ['Anfang', null, 'Musterrundschreiben', '', 'Vorspann.'],
      ['Nr. 2.1', 'Nr. 2.1', 'Zuständigkeit', '2', 'Zuständig ist das Musteramt.'],
      ['Nr. 3', 'Nr. 3', 'Schluss', '', 'Ende.'],
    ])
  })

  test('also where the numbers stand before running text', () => {
    const found = norms([
      paragraph('Allgemein gilt dies.', '1.'),
      paragraph('Die Frist beträgt einen Monat.', '1.1'),
      paragraph('Sie beginnt mit dem Antrag.', '1.2'),
    ])
    expect(found.map(({ key, text }) => [key, text])).toEqual([
      ['Nr. 1', 'Allgemein gilt dies.'],
      ['Nr. 1.1', 'Die Frist beträgt einen Monat.'],
      ['Nr. 1.2', 'Sie beginnt mit dem Antrag.'],
    ])
  })

  test('under Roman numbers with both, and once more under the same name with a counter', () => {
    const found = norms([
      heading('I.', 'Erteilung', 1),
      heading('1.', 'Frist', 2),
      paragraph('Ein Monat.'),
      heading('II.', 'Verlängerung', 1),
      heading('1.', 'Frist', 2),
      paragraph('Ein Jahr.'),
      heading(null, 'Hinweis', 1),
      paragraph('Erfunden.'),
      heading(null, 'Hinweis', 1),
      paragraph('Auch erfunden.'),
    ])
    expect(found.map(({ key }) => key)).toEqual(['Nr. I.1', 'Nr. II.1', 'Hinweis', 'Hinweis (2)'])
  })

  test('with its list in it as Nummern and Buchstaben, its Absätze, its table and its footnotes', () => {
    const [norm] = norms([
      heading('§ 1', 'Unterlagen', 1),
      paragraph('Vorzulegen sind:', '(1)'),
      item('1.', 'der Ausweis,'),
      item('a)', 'im Original,'),
      item('2.', 'ein Bild.'),
      paragraph('Sonst nichts.', '(2)'),
      { ...plainBlock('table', 'Karte | 60 Euro'), rows: [['Karte', '60 Euro']] },
      { ...plainBlock('footnote', 'Erfunden.'), number: '1' },
    ])
    expect(norm?.text).toBe(
      '(1) Vorzulegen sind:\n1. der Ausweis,\na) im Original,\n2. ein Bild.\n(2) Sonst nichts.\nKarte | 60 Euro',
    )
    expect(
      norm?.units.map(
        ({ kind, number, start, end }) => `${kind} ${number}: ${norm.text.slice(start, end).replaceAll('\n', ' / ')}`,
      ),
    ).toEqual([
      'absatz 1: (1) Vorzulegen sind: / 1. der Ausweis, / a) im Original, / 2. ein Bild.',
      'nummer 1: 1. der Ausweis, / a) im Original,',
      'buchstabe a: a) im Original,',
      'nummer 2: 2. ein Bild.',
      'absatz 2: (2) Sonst nichts. / Karte | 60 Euro',
    ])
    expect(norm?.footnotes).toEqual(['1 Erfunden.'])
  })

  test('a heading with nothing below keeps its words as text', () => {
    expect(norms([paragraph('Text.'), heading(null, 'gez. Muster', 2)]).map(({ text }) => text)).toEqual([
      'Text.',
      'gez. Muster',
    ])
  })
})

test('a place in the text is found on the page where it stands, by the number printed there', async () => {
  const page = (number: number, text: string) => [
    { text, y: 400 },
    { text: `- ${number} -`, y: 810, x: 290 },
  ]
  const paper = await readPaper(
    makePdf([
      page(7, 'Der erste Satz steht auf der ersten Seite der Datei.'),
      page(8, 'Der zweite Satz steht auf der zweiten Seite der Datei.'),
    ]),
    'muster.pdf',
  )
  const [norm] = paperText(paper, origin).norms
  expect(norm?.pages).toEqual([
    { at: 0, page: 1, printed: '7' },
    { at: norm?.text.indexOf('Der zweite'), page: 2, printed: '8' },
  ])
  expect(pageAt(norm?.pages ?? [], norm?.text.indexOf('zweite Satz') ?? 0)).toBe('8')
})

describe('whatever the blocks', () => {
  const block = fc.record({
    kind: fc.constantFrom<Block['kind']>('heading', 'paragraph', 'paragraph', 'item', 'table', 'footnote'),
    level: fc.integer({ min: 0, max: 6 }),
    number: fc.constantFrom(
      null,
      null,
      '1',
      '1.',
      '2.',
      '1.1',
      '2.1.3',
      'I.',
      'II.',
      'a)',
      'aa)',
      '(1)',
      '(2)',
      '§ 3',
      'Anlage 1',
      '–',
    ),
    text: fc.constantFrom(
      'Muster',
      'Es gilt dies. Es gilt das.',
      'der Ausweis,',
      'x'.repeat(900),
      `${'Ein Satz von vielen. '.repeat(150)}Ende.`,
      'Karte | 60 Euro',
    ),
    page: fc.constant(null),
    printedPage: fc.constant(null),
  })

  test('keys are unique, spans lie in the text, passages hold every character once, and the same blocks give the same text', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const found = norms(blocks)
        expect(norms(blocks)).toEqual(found)
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
        for (const norm of found) {
          for (const { start, end } of [...norm.units, ...norm.sentences, ...norm.tables]) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(norm.text.length)
          }
          for (const [i, sentence] of norm.sentences.entries())
            expect(sentence.start).toBeGreaterThanOrEqual(norm.sentences[i - 1]?.end ?? 0)
          const passages = cutPaper(norm)
          const cut = passages.map(({ start, end }) => norm.text.slice(start, end)).join('')
          expect(cut.replaceAll(/\s/g, '')).toBe(norm.text.replaceAll(/\s/g, ''))
          for (const passage of passages)
            for (const sentence of passage.sentences)
              expect(sentence.start >= passage.start && sentence.end <= passage.end).toBe(true)
        }
      }),
    )
  })

  test('a title above numbered text is the document’s', () => {
    const { document, norms: found } = paperText(
      paperOf([heading(null, 'Muster', 0), paragraph('Ende.', '1.1')]),
      origin,
    )
    expect([document.title, found.map(({ key, text }) => [key, text])]).toEqual(['Muster', [['Nr. 1.1', 'Ende.']]])
  })

  test('no text of a paper is lost', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const words = (texts: string[]) => new Set(texts.flatMap((text) => text.split(/\s+/)))
        const { document, norms: found } = paperText(paperOf(blocks), origin)
        const written = words([
          document.title,
          ...found.flatMap((norm) => [
            norm.text,
            norm.heading ?? '',
            ...norm.footnotes,
            ...norm.outline.flatMap(({ label, title }) => [label, title ?? '']),
          ]),
        ])
        for (const word of words(blocks.map(({ text }) => text))) expect(written.has(word)).toBe(true)
      }),
    )
  })

  test('items of a list that are Absätze are read once, each Absatz with its own sentences', () => {
    const [list] = norms([item('aa)', 'Muster'), item('(2)', 'Es gilt dies. Es gilt das.')])
    expect(
      list?.sentences.map(({ start, end, paragraph: absatz }) => [list.text.slice(start, end).trim(), absatz]),
    ).toEqual([
      ['aa) Muster', null],
      ['Es gilt dies.', '2'],
      ['Es gilt das.', '2'],
    ])
  })

  test('a paragraph longer than a passage is cut between its sentences', () => {
    const [norm] = norms([paragraph('Ein Satz von vielen. '.repeat(300).trim())])
    const passages = norm === undefined ? [] : cutPaper(norm)
    expect(passages.length).toBeGreaterThan(3)
    for (const { start, end } of passages) expect(norm?.text.slice(start, end)).toMatch(/^Ein Satz.*vielen\.$/)
  })
})
