import { describe, expect, test } from 'vitest'
import { makeDocx, numberedHeadings, paragraph } from '../../../tests/office/make-docx.ts'
import { makeOdt } from '../../../tests/office/make-odt.ts'
import type { Paper } from './paper.ts'
import { readPaper } from './read-paper.ts'

const show = ({ blocks }: Paper) =>
  blocks.map(({ kind, number, text }) => [kind, number, text].filter(Boolean).join(' | '))
const latin = (text: string) => Buffer.from(text, 'latin1')

describe('a Word document', () => {
  test('has the numbers that Word counts by itself, of headings and of lists', async () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="8"/></w:numPr>'
    const paper = await readPaper(
      makeDocx({
        ...numberedHeadings,
        body: [
          paragraph('Allgemeines', 'berschrift1'),
          paragraph('Vorzulegen sind:'),
          paragraph('der Musterausweis,', list),
          paragraph('ein Lichtbild.', list),
          paragraph('Verfahren', 'berschrift1'),
          paragraph('Zuständigkeit', 'berschrift2'),
          paragraph('Zuständig ist das Musteramt.'),
          paragraph('Frist', 'berschrift2'),
          paragraph('Die Frist beträgt einen Monat.'),
        ].join(''),
      }),
      'muster.docx',
    )
    expect(show(paper)).toEqual([
      'heading | 1 | Allgemeines',
      'paragraph | Vorzulegen sind:',
      'item | a) | der Musterausweis,',
      'item | b) | ein Lichtbild.',
      'heading | 2 | Verfahren',
      'heading | 2.1 | Zuständigkeit',
      'paragraph | Zuständig ist das Musteramt.',
      'heading | 2.2 | Frist',
      'paragraph | Die Frist beträgt einen Monat.',
    ])
  })

  test('has its footnotes apart, its tables as rows, and changes as accepted', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const paper = await readPaper(
      makeDocx({
        body: `<w:p><w:r><w:t>Es gilt das Muster</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
          <w:p><w:del w:id="1" w:author="M"><w:r><w:delText>Gestrichen. </w:delText></w:r></w:del><w:ins w:id="2" w:author="M"><w:r><w:t>Eingefügt.</w:t></w:r></w:ins></w:p>
          <w:tbl><w:tr>${cell('Musterkarte')}${cell('60 Euro')}</w:tr><w:tr>${cell('Musterausweis')}${cell('20 Euro')}</w:tr></w:tbl>`,
        footnotes: `<w:footnote w:id="2">${paragraph('Erfundene Fußnote.')}</w:footnote>`,
      }),
      'muster.docx',
    )
    expect(show(paper)).toEqual([
      'paragraph | Es gilt das Muster¹.',
      'paragraph | Eingefügt.',
      'table | Musterkarte | 60 Euro\nMusterausweis | 20 Euro',
      'footnote | 1 | Erfundene Fußnote.',
    ])
    expect(paper.notes).toEqual([expect.stringContaining('nachverfolgte Änderungen')])
  })
})

test('an OpenDocument text has its headings, automatic numbers, tables and footnotes', async () => {
  const styles =
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
  const item = (text: string, more = '') => `<text:list-item><text:p>${text}</text:p>${more}</text:list-item>`
  const row = (...cells: string[]) =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`
  const body = `<text:h text:outline-level="1">Musterrundschreiben</text:h>
    <text:p>Vorzulegen<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Erfunden.</text:p></text:note-body></text:note> sind:</text:p>
    <text:list text:style-name="L1">${item('der Ausweis,')}${item('zwei Bilder:', `<text:list>${item('eines von vorn,')}${item('eines von der Seite.')}</text:list>`)}</text:list>
    <table:table>${row('Musterkarte', '60 Euro')}${row('Musterausweis', '20 Euro')}</table:table>`
  expect(show(await readPaper(makeOdt(body, styles), 'muster.odt'))).toEqual([
    'heading | Musterrundschreiben',
    'paragraph | Vorzulegen¹ sind:',
    'item | 1. | der Ausweis,',
    'item | 2. | zwei Bilder:',
    'item | a) | eines von vorn,',
    'item | b) | eines von der Seite.',
    'table | Musterkarte | 60 Euro\nMusterausweis | 20 Euro',
    'footnote | 1 | Erfunden.',
  ])
})

describe('an RTF document', () => {
  test('has its umlauts, whichever way they are written, its headings and tables', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset238 Arial CE;}}
{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}{\info{\author Niemand}}
{\header Kopfzeile\par}\pard\s1 Geb\'fchren f\u252?r die Musterkarte\par
\pard Die Stra\'dfe hei\u223\'dft {\b \'84Am Muster\'93} \endash  10\~\'80.\par
{\listtext\f1\'b7\tab}{\f2 \'b9ukasz} M.\par
\trowd\intbl Karte\cell 60 Euro\cell\row\trowd\intbl Ausweis\cell 20 Euro\cell\row
\pard Ende{\footnote \pard Fu\'dfnote.}\par}`
    expect(show(await readPaper(latin(rtf), 'muster.rtf'))).toEqual([
      'heading | Gebühren für die Musterkarte',
      'paragraph | Die Straße heißt „Am Muster“ – 10 €.',
      'item | – | ąukasz M.',
      'table | Karte | 60 Euro\nAusweis | 20 Euro',
      'paragraph | Ende',
      'footnote | Fußnote.',
    ])
  })

  test('is read without what was deleted or hidden, and without pictures', async () => {
    const rtf = String.raw`{\rtf1\ansi Es gilt{\deleted  nicht} das{\v  geheime} Muster.{\pict\pngblip 89504e47}{\*\unknown nichts}\par}`
    const paper = await readPaper(latin(rtf), 'muster.rtf')
    expect(show(paper)).toEqual(['paragraph | Es gilt das Muster.'])
    expect(paper.notes).toEqual([expect.stringContaining('nachverfolgte Änderungen')])
  })
})

describe('an HTML page', () => {
  test('is read without its script, style and remote pictures, and says so', async () => {
    const page = `<!doctype html><html><head><meta charset="utf-8"><style>p { color: red }</style><script>document.body.innerHTML = 'böse'</script></head>
      <body><h1>Muster</h1><p>Ein <b>Satz</b>.<img src="https://example.invalid/zaehler.gif"></p><p style="display:none">Vorschau</p>
      <ol type="a"><li>der Ausweis,</li><li>ein Bild.</li></ol></body></html>`
    const paper = await readPaper(Buffer.from(page), 'muster.html')
    expect(show(paper)).toEqual([
      'heading | Muster',
      'paragraph | Ein Satz.',
      'item | a) | der Ausweis,',
      'item | b) | ein Bild.',
    ])
    expect(paper.notes.join(' ')).toMatch(/Skripte.*nicht ausgeführt.*1 Bilder .* nicht geladen/)
  })

  test('a table that only lays out the page is read as the text it holds', async () => {
    const page = '<html><body><table><tr><td><h2>Muster</h2><p>Ein Satz.</p></td></tr></table></body></html>'
    expect(show(await readPaper(Buffer.from(page), 'muster.html'))).toEqual([
      'heading | Muster',
      'paragraph | Ein Satz.',
    ])
  })
})

test('a Markdown text has its headings, lists, tables and footnotes, and headings lose the title before them', async () => {
  const text =
    '# Muster\n\n## Muster § 1 Zweck\n\nEs gilt das Muster.\n\n## Muster § 2 Frist\n\n1. ein Monat,\n2. ein Jahr.\n\n| Karte | 60 Euro |\n|---|---|\n| Ausweis | 20 Euro |\n\n[^1]: Erfundene Fußnote mit Worten.\n'
  expect(show(await readPaper(Buffer.from(text), 'muster.md'))).toEqual([
    'heading | Muster',
    'heading | § 1 | Zweck',
    'paragraph | Es gilt das Muster.',
    'heading | § 2 | Frist',
    'item | 1. | ein Monat,',
    'item | 2. | ein Jahr.',
    'table | Karte | 60 Euro\nAusweis | 20 Euro',
    'footnote | 1 | Erfundene Fußnote mit Worten.',
  ])
})

describe('a plain text', () => {
  test('in Windows-1252 without a word about it is read with its umlauts, and says so', async () => {
    const paper = await readPaper(
      Buffer.concat([latin('Für die Straße gilt: 10 '), Buffer.from([0x80]), latin(', sagte sie.\r\n')]),
      'muster.txt',
    )
    expect(show(paper)).toEqual(['paragraph | Für die Straße gilt: 10 €, sagte sie.'])
    expect(paper.notes).toEqual([expect.stringContaining('windows-1252')])
  })

  test('that was wrapped is put together again; short lines stay lines', async () => {
    const text = `Musteramt\nAz.: 12-3.4\n\n${'Die Musterkarte wird auf Antrag erteilt, wenn die Vorausset-\nzungen des erfundenen Rechts dafür vorliegen und der Antrag\ngestellt ist.\n'}`
    expect(show(await readPaper(Buffer.from(text), 'muster.txt'))).toEqual([
      'paragraph | Musteramt',
      'paragraph | Az.: 12-3.4',
      'paragraph | Die Musterkarte wird auf Antrag erteilt, wenn die Voraussetzungen des erfundenen Rechts dafür vorliegen und der Antrag gestellt ist.',
    ])
  })

  test('in UTF-16, as Windows’ editor saves it, is read with and without its mark', async () => {
    const text = Buffer.from('Für die Musterkarte gilt ein Monat.', 'utf16le')
    for (const bytes of [text, Buffer.concat([Buffer.from([0xff, 0xfe]), text])])
      expect(show(await readPaper(bytes, 'muster.txt'))).toEqual(['paragraph | Für die Musterkarte gilt ein Monat.'])
  })
})

describe('a wrong extension', () => {
  test.each([
    ['muster.pdf', Buffer.from('{\\rtf1 Es gilt das Muster.\\par}'), 'RTF-Dokument'],
    ['muster.docx', Buffer.from('<html><body><p>Es gilt das Muster.</p></body></html>'), 'HTML-Seite'],
    ['muster.txt', makeDocx({ body: paragraph('Es gilt das Muster.') }), 'Word-Dokument (DOCX)'],
  ])('is mended by the bytes and noted: %s', async (name, bytes, really) => {
    const paper = await readPaper(bytes, name)
    expect(show(paper)).toEqual(['paragraph | Es gilt das Muster.'])
    expect(paper.notes).toEqual([`Die Datei heißt „${name}“, ist aber: ${really}. So wurde sie gelesen.`])
  })
})

describe('titles that only their counting number tells from text', () => {
  const readText = async (text: string) => show(await readPaper(Buffer.from(text), 'muster.txt'))

  test('are headings', async () => {
    expect(
      await readText(
        '1 Grundsatz\n\nDie Musterkarte gilt vierzig Tage.\n\n2 Verfahren\n\n2.1 Frist\n\nDie Frist beträgt einen Monat.\n',
      ),
    ).toEqual([
      'heading | 1 | Grundsatz',
      'paragraph | Die Musterkarte gilt vierzig Tage.',
      'heading | 2 | Verfahren',
      'heading | 2.1 | Frist',
      'paragraph | Die Frist beträgt einen Monat.',
    ])
  })

  test('are headings between lines without an empty one, too', async () => {
    const long = 'Die Musterkarte gilt vierzig Tage, wenn nicht die Musterstelle auf Antrag eine längere Frist gewährt.'
    expect(await readText(`1 Grundsatz\n${long}\n2 Verfahren\n${long}\n`)).toEqual([
      'heading | 1 | Grundsatz',
      `paragraph | ${long}`,
      'heading | 2 | Verfahren',
      `paragraph | ${long}`,
    ])
  })

  test('are none where they do not count from 1', async () => {
    expect(await readText('40 Mustertaler Gebühr\n\nist zu zahlen.\n\n2 Lichtbilder\n\nsind vorzulegen.\n')).toEqual(
      expect.not.arrayContaining([expect.stringContaining('heading')]),
    )
  })
})
