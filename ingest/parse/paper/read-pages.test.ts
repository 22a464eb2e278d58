import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePdf, type PdfLine } from '../../../tests/office/make-pdf.ts'
import { gatherLines } from './gather-lines.ts'
import { lineBlocks } from './line-blocks.ts'
import { mendParagraphSigns } from './mend-paragraph-signs.ts'
import type { Block } from './paper.ts'
import { takeMargins } from './page-margins.ts'
import { readPaper } from './read-paper.ts'
import { readPages } from './read-pages.ts'
import type { PageLines } from './text-line.ts'

/** Lines of running text below each other, all as wide as the column, as a word processor sets them. */
function running(lines: string[], from = 150, x = 70): PdfLine[] {
  return lines.map((text, i) => ({ text, y: from + i * 14, x }))
}

const show = (blocks: Block[]) =>
  blocks.map(({ kind, number, text }) => [kind, number, text].filter(Boolean).join(' | '))
const read = async (pages: PdfLine[][]) => (await readPaper(makePdf(pages), 'muster.pdf')).blocks

describe('the text of a PDF', () => {
  test('is read in paragraphs: cut words joined, hyphens of compounds kept', async () => {
    const blocks = await read([
      running([
        'Die erfundene Behörde erteilt die Musterkarte, wenn die Antragstellerin die Aufent-',
        'haltszeit nachweist. Für die Ein- und Ausreise gilt der Musterausweis, für die Ein-',
        'und Durchreise das Musterpapier.',
        'Der zweite Absatz beginnt hier und ist seinerseits so lang, dass er umbrochen wird,',
        'was man an dieser Zeile sieht.',
      ]),
    ])
    expect(show(blocks)).toEqual([
      'paragraph | Die erfundene Behörde erteilt die Musterkarte, wenn die Antragstellerin die Aufenthaltszeit nachweist. Für die Ein- und Ausreise gilt der Musterausweis, für die Ein- und Durchreise das Musterpapier.',
      'paragraph | Der zweite Absatz beginnt hier und ist seinerseits so lang, dass er umbrochen wird, was man an dieser Zeile sieht.',
    ])
  })

  test('has its headings by size, weight and number', async () => {
    const blocks = await read([
      [
        { text: 'Musterrundschreiben zur Musterkarte', y: 100, size: 18, bold: true },
        { text: '1 Allgemeines', y: 150, bold: true },
        { text: 'Hier steht ein erfundener Satz, der lang genug ist, um als Text des Absatzes zu gelten.', y: 180 },
        { text: '1.1 Zuständigkeit', y: 210, bold: true },
        { text: 'Zuständig ist das erfundene Musteramt in allen Angelegenheiten der Musterkarte im Land.', y: 240 },
      ],
    ])
    expect(show(blocks)).toEqual([
      'heading | Musterrundschreiben zur Musterkarte',
      'heading | 1 | Allgemeines',
      'paragraph | Hier steht ein erfundener Satz, der lang genug ist, um als Text des Absatzes zu gelten.',
      'heading | 1.1 | Zuständigkeit',
      'paragraph | Zuständig ist das erfundene Musteramt in allen Angelegenheiten der Musterkarte im Land.',
    ])
  })

  test('has its lists item by item, and a reference at the start of a line is no item', async () => {
    const blocks = await read([
      running([
        'Vorzulegen sind nach den erfundenen Vorschriften über die Musterkarte und nach',
        '§ 8 Abs. 2 MusterG:',
        'a) der Musterausweis,',
        'b) ein Lichtbild.',
      ]),
    ])
    expect(show(blocks)).toEqual([
      'paragraph | Vorzulegen sind nach den erfundenen Vorschriften über die Musterkarte und nach § 8 Abs. 2 MusterG:',
      'item | a) | der Musterausweis,',
      'item | b) | ein Lichtbild.',
    ])
  })

  test('has its tables row by row, with the lines of a cell joined', async () => {
    const blocks = await read([
      [
        { text: 'Die Gebühren für die Musterkarte und für den Musterausweis stehen in dieser Tabelle hier.', y: 100 },
        { text: 'Leistung', y: 140 },
        { text: 'Gebühr', y: 140, x: 250 },
        { text: 'Frist', y: 140, x: 400 },
        { text: 'Musterkarte', y: 156 },
        { text: '60 Euro', y: 156, x: 250 },
        { text: 'ein Monat nach', y: 156, x: 400 },
        { text: 'Antrag', y: 170, x: 400 },
        { text: 'Musterausweis', y: 186 },
        { text: '20 Euro', y: 186, x: 250 },
        { text: 'keine', y: 186, x: 400 },
      ],
    ])
    expect(blocks.at(-1)).toMatchObject({
      kind: 'table',
      text: 'Leistung | Gebühr | Frist\nMusterkarte | 60 Euro | ein Monat nach Antrag\nMusterausweis | 20 Euro | keine',
    })
  })

  test('has its footnotes apart, and their signs are no digits of the text', async () => {
    const body = running(
      Array.from(
        { length: 12 },
        () => 'Ein erfundener Satz füllt die ganze Zeile der Seite, damit sie Text hat und voll wird.',
      ),
    )
    const blocks = await read([
      [
        ...body,
        { text: 'Es gilt das Muster', y: 400 },
        { text: '1', y: 395, x: 166, size: 6 },
        { text: '1 Erfundene Fußnote.', y: 760, size: 8 },
      ],
    ])
    expect(show(blocks).slice(-2)).toEqual(['paragraph | Es gilt das Muster¹', 'footnote | 1 | Erfundene Fußnote.'])
  })
})

describe('headers, footers and page numbers', () => {
  const page = (number: number): PdfLine[] => [
    { text: 'Musterministerium – Az. 12-3.4', y: 40, size: 9 },
    ...running([
      `Auf dieser Seite ${number} steht ein erfundener Satz, der die Zeile bis an ihren Rand ausfüllt,`,
      `und noch einer, der mit dem Wort Muster${number} endet.`,
    ]),
    { text: `- ${number} -`, y: 810, x: 290, size: 9 },
  ]

  test('are taken off, and the printed number is kept where it differs from the page of the file', async () => {
    const blocks = await read([3, 4, 5].map(page))
    expect(show(blocks).join('\n')).not.toMatch(/Musterministerium|- \d -/)
    expect(blocks.map((block) => `${block.page}/${block.printedPage}`)).toEqual(['1/3', '2/4', '3/5'])
  })

  test('a paragraph that goes on over the page is one, and says where the new page begins', async () => {
    const full = (text: string, y: number) => ({ text, y })
    const blocks = await read([
      [
        full('Der erfundene Absatz beginnt auf der ersten Seite und füllt dort die letzte Zeile mit Wör-', 780),
        { text: '1', y: 815, x: 290 },
      ],
      [full('tern, ehe er auf der zweiten Seite endet.', 100), { text: '2', y: 815, x: 290 }],
    ])
    expect(blocks).toHaveLength(1)
    const [block] = blocks
    expect(block?.text).toContain('mit Wörtern, ehe er')
    expect(block?.turns).toEqual([{ at: block?.text.indexOf('tern, ehe'), page: 2, printedPage: '2' }])
  })

  test('a year or an amount at the edge of the page is no page number', () => {
    const lines = (text: string) =>
      gatherLines([{ text, left: 70, right: 100, bottom: 820, size: 10, bold: false }], 595)
    const pages = ['2019', '60', '17'].map((text, i): PageLines => ({
      page: i + 1,
      width: 595,
      height: 842,
      lines: lines(text),
    }))
    expect(takeMargins(pages).map(({ lines: kept, printed }) => [kept[0]?.text, printed])).toEqual([
      ['2019', null],
      ['60', null],
      ['17', null],
    ])
  })
})

describe('whatever stands on the pages', () => {
  const word = fc.constantFrom(
    'Muster',
    'Antrag',
    '2.1',
    'a)',
    '–',
    'Aufent-',
    'halt',
    '§ 5',
    '12.',
    'und',
    '| x',
    'ENDE',
    '7',
  )
  const line = fc.record({
    text: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
    left: fc.integer({ min: 40, max: 400 }),
    bottom: fc.integer({ min: 20, max: 830 }),
    size: fc.constantFrom(8, 11, 11, 11, 16),
    bold: fc.boolean(),
  })
  const pages = fc.array(fc.array(line, { maxLength: 25 }), { minLength: 1, maxLength: 4 }).map((all) =>
    all.map((lines, i): PageLines => ({
      page: i + 1,
      width: 595,
      height: 842,
      lines: gatherLines(
        lines.map((one) => ({ ...one, right: one.left + one.text.length * 5 })),
        595,
      ),
    })),
  )

  test('pages never run backwards, and every page that begins in a block begins within its text', () => {
    fc.assert(
      fc.property(pages, (sample) => {
        let last = 0
        for (const block of readPages(sample).filter(({ kind }) => kind !== 'footnote')) {
          expect(block.page ?? 0).toBeGreaterThanOrEqual(last)
          last = block.page ?? 0
          for (const turn of block.turns ?? []) {
            expect(turn.page).toBeGreaterThan(last)
            last = turn.page
            expect(turn.at).toBeGreaterThanOrEqual(0)
            expect(turn.at).toBeLessThanOrEqual(block.text.length)
          }
        }
      }),
    )
  })

  test('no word of a page that stands alone is lost', () => {
    const letters = (text: string) =>
      [...text.matchAll(/\p{L}+/gu)]
        .map(([found]) => found.toLowerCase())
        .join('')
        .split('')
        .toSorted()
        .join('')
    fc.assert(
      fc.property(pages, ([first]) => {
        const page = first as PageLines
        const written = lineBlocks(takeMargins([page]))
          .map(({ number, text }) => `${number ?? ''} ${text}`)
          .join(' ')
        expect(letters(written)).toBe(letters(page.lines.map((one) => one.text).join(' ')))
      }),
    )
  })
})

describe('the sign § as OCR misreads it', () => {
  test.each([
    ['($ 133 Abs. 2 VwGO)', '(§ 133 Abs. 2 VwGO)'],
    ['gemäß 8 5 Nr. 4 MusterTG', 'gemäß § 5 Nr. 4 MusterTG'],
    ['nach $$ 1 ff. MusterTG', 'nach §§ 1 ff. MusterTG'],
    ['8 242 BGB', '§ 242 BGB'],
    ['nach$ 8 Abs. 2', 'nach § 8 Abs. 2'],
  ])('is mended: %s', (read_, meant) => {
    expect(mendParagraphSigns(read_)).toBe(meant)
  })

  test.each(['8 Monate', 'am 8 Uhr 30', '8 5 Zimmer', 'Nr. 8 und 9', '1,8 3 Abs.'])(
    'is not put where none was: %s',
    (text) => {
      expect(mendParagraphSigns(text)).toBe(text)
    },
  )
})
