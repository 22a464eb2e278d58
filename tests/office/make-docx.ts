import { makeZip, type ZippedFile } from '../make-zip.ts'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

export interface DocxParts {
  /** XML inside `<w:body>`. */
  body: string
  numbering?: string
  styles?: string
  footnotes?: string
  more?: ZippedFile[]
}

/** A Word document with the XML given, in the least of files that ECMA-376 asks for. */
export function makeDocx({ body, numbering, styles, footnotes, more = [] }: DocxParts): Buffer {
  const xml = (root: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${content}</w:${root}>`
  const files: ZippedFile[] = [
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', content: xml('document', `<w:body>${body}</w:body>`) },
  ]
  if (numbering !== undefined) files.push({ name: 'word/numbering.xml', content: xml('numbering', numbering) })
  if (styles !== undefined) files.push({ name: 'word/styles.xml', content: xml('styles', styles) })
  if (footnotes !== undefined) files.push({ name: 'word/footnotes.xml', content: xml('footnotes', footnotes) })
  return makeZip([...files, ...more])
}

/** A paragraph with a style, or with properties of its own. */
export function paragraph(text: string, properties = ''): string {
  const own = properties === '' || properties.startsWith('<') ? properties : `<w:pStyle w:val="${properties}"/>`
  return `<w:p><w:pPr>${own}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** Heading styles 1 and 2 that are numbered by list 7 (`1`, `1.1`), as offices set their templates up. */
export const numberedHeadings = {
  styles: [1, 2]
    .map(
      (level) =>
        `<w:style w:type="paragraph" w:styleId="berschrift${level}"><w:name w:val="heading ${level}"/><w:pPr><w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`,
    )
    .join(''),
  numbering:
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num>',
}
