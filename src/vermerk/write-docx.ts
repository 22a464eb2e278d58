import type * as Docx from 'docx'
import type { Vermerk, VermerkCitation, VermerkLine, VermerkLink } from './vermerk.ts'

/**
 * The Vermerk as a Word document (Office Open XML). Every number of a citation in the answer's sentences has a real
 * footnote with the place and its quote; hash and links stand under "Fundstellen".
 */
export async function writeDocx(vermerk: Vermerk): Promise<Uint8Array> {
  // Loaded when the first Vermerk is written: reading the library costs every start 0.1 s.
  const docx = await import('docx')
  const footnotes = createFootnotes(docx, vermerk.citations)
  const { title, head, sections, citations, closing } = vermerk
  const children = [
    new docx.Paragraph({ text: valid(title), heading: docx.HeadingLevel.HEADING_1 }),
    headTable(docx, head),
    ...sections.flatMap((section) => [
      heading(docx, section.title),
      ...section.lines.map((line) => lineParagraph(docx, line, footnotes)),
    ]),
    ...(citations.length > 0 ? [heading(docx, 'Fundstellen')] : []),
    ...citations.flatMap((citation) => citationParagraphs(docx, citation)),
    new docx.Paragraph({ spacing: { before: 360 }, children: [new docx.TextRun({ text: closing, bold: true })] }),
  ]
  const file = new docx.Document({
    title: valid(title),
    creator: 'Fundstelle',
    styles: { default: { document: { run: { font: 'Arial', size: 20, language: { value: 'de-DE' } } } } },
    footnotes: footnotes.all,
    sections: [{ footers: { default: pageFooter(docx) }, children }],
  })
  return docx.Packer.toBuffer(file)
}

type Library = typeof Docx

interface Footnotes {
  all: Record<string, { children: Docx.Paragraph[] }>
  /** A new footnote on the citation: Word counts footnotes by where they stand, so none is used twice. */
  on(citation: number): Docx.FootnoteReferenceRun
}

function createFootnotes(docx: Library, citations: VermerkCitation[]): Footnotes {
  const all: Footnotes['all'] = {}
  return {
    all,
    on(number) {
      const id = Object.keys(all).length + 1
      const cited = citations.find((citation) => citation.number === number)
      const text = cited ? `[${number}] ${cited.label}: „${cited.quote}“ ${cited.validity}.` : `[${number}]`
      all[id] = {
        children: [new docx.Paragraph({ children: [run(docx, text.replace(/\s*\n\s*/g, ' '), { size: 16 })] })],
      }
      return new docx.FootnoteReferenceRun(id)
    },
  }
}

function lineParagraph(docx: Library, { text, citations, remark }: VermerkLine, footnotes: Footnotes): Docx.Paragraph {
  return new docx.Paragraph({
    bullet: { level: 0 },
    spacing: { after: 80 },
    children: [
      run(docx, text),
      ...citations.flatMap((number) => [run(docx, ` [${number}]`), footnotes.on(number)]),
      ...(remark === null ? [] : [run(docx, ` (${remark})`, { italics: true, color: '595959' })]),
    ],
  })
}

function citationParagraphs(docx: Library, citation: VermerkCitation): Docx.Paragraph[] {
  const { number, label, quote, validity, flags, proof, official, stored } = citation
  const indent = { left: 400 }
  const links = [official, stored].flatMap((link) => (link === null ? [] : [linkParagraph(docx, link)]))
  return [
    new docx.Paragraph({
      keepNext: true,
      spacing: { before: 160 },
      children: [run(docx, `[${number}] ${label}`, { bold: true })],
    }),
    new docx.Paragraph({ indent, spacing: { before: 60, after: 60 }, children: linesOf(docx, `„${quote}“`) }),
    ...flags.map((flag) => new docx.Paragraph({ indent, children: [run(docx, flag, { bold: true })] })),
    ...[validity, proof].map(
      (fact) => new docx.Paragraph({ indent, children: [run(docx, fact, { size: 16, color: '595959' })] }),
    ),
    ...links,
  ]
}

function linkParagraph(docx: Library, { name, target }: VermerkLink): Docx.Paragraph {
  const text = run(docx, target, { size: 16, style: 'Hyperlink' })
  const linked = /^https?:/i.test(target) ? new docx.ExternalHyperlink({ link: target, children: [text] }) : text
  return new docx.Paragraph({
    indent: { left: 400 },
    children: [run(docx, `${name}: `, { size: 16, color: '595959' }), linked],
  })
}

function headTable(docx: Library, head: Vermerk['head']): Docx.Table {
  const cell = (text: string, width: number, bold: boolean) =>
    new docx.TableCell({
      width: { size: width, type: docx.WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [new docx.Paragraph({ children: linesOf(docx, text, { bold }) })],
    })
  return new docx.Table({
    columnWidths: [2000, 7000],
    width: { size: 9000, type: docx.WidthType.DXA },
    rows: head.map(
      ({ label, value }) => new docx.TableRow({ children: [cell(label, 2000, true), cell(value, 7000, false)] }),
    ),
  })
}

function heading(docx: Library, text: string): Docx.Paragraph {
  return new docx.Paragraph({
    text: valid(text),
    heading: docx.HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 240, after: 80 },
  })
}

function pageFooter(docx: Library): Docx.Footer {
  const { CURRENT, TOTAL_PAGES } = docx.PageNumber
  const children = [new docx.TextRun({ size: 16, children: ['Seite ', CURRENT, ' von ', TOTAL_PAGES] })]
  return new docx.Footer({ children: [new docx.Paragraph({ alignment: docx.AlignmentType.RIGHT, children })] })
}

function linesOf(docx: Library, text: string, options: Docx.IRunOptions = {}): Docx.TextRun[] {
  return text.split('\n').map((line, place) => run(docx, line, place === 0 ? options : { ...options, break: 1 }))
}

function run(docx: Library, text: string, options: Docx.IRunOptions = {}): Docx.TextRun {
  return new docx.TextRun({ ...options, text: valid(text) })
}

/** XML 1.0 has no way to write these characters; Word refuses the whole file over one. */
function valid(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
}
