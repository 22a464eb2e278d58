/** A line of an invented page: points from the left and from the top. */
export interface PdfLine {
  text: string
  x?: number
  y: number
  size?: number
  bold?: boolean
  /** Letters of equal width, which look the same whatever fonts the machine has. */
  typewriter?: boolean
}

export interface PdfOptions {
  /** Marks the file as encrypted with a password nobody knows. */
  encrypted?: boolean
}

export const pageWidth = 595
export const pageHeight = 842

/** An A4 PDF with the lines given, page by page, in Helvetica; written after ISO 32000-1. */
export function makePdf(pages: PdfLine[][], options: PdfOptions = {}): Buffer {
  return makePdfOfStreams(
    pages.map((lines) => Buffer.from(lines.map(command).join('\n'), 'latin1')),
    options,
  )
}

/** A page that is nothing but a picture, as scanners make it; `upsideDown` as people put pages in. */
export function makeScan(jpeg: Buffer, width: number, height: number, upsideDown = false): Buffer {
  const matrix = upsideDown
    ? `-${pageWidth} 0 0 -${pageHeight} ${pageWidth} ${pageHeight}`
    : `${pageWidth} 0 0 ${pageHeight} 0 0`
  const picture = stream(
    jpeg,
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
  )
  return makePdfOfStreams([Buffer.from(`q ${matrix} cm /Im Do Q`)], {}, [picture])
}

/** Pages with the content streams given; `dictionary` goes into each stream's head (`/Filter /FlateDecode`). */
export function makePdfOfStreams(
  contents: Buffer[],
  options: PdfOptions,
  pictures: Buffer[] = [],
  dictionary = '',
): Buffer {
  const fixed = 5 + pictures.length
  const kids = contents.map((_, i) => `${fixed + 2 * i + 1} 0 R`)
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`),
    font('Helvetica'),
    font('Helvetica-Bold'),
    font('Courier'),
    ...pictures,
  ]
  const images = pictures.length > 0 ? ' /XObject << /Im 6 0 R >>' : ''
  for (const [i, content] of contents.entries())
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents ${fixed + 2 * i + 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >>${images} >> >>`,
      ),
      stream(content, dictionary),
    )
  return assemble(objects, options.encrypted ?? false)
}

function assemble(objects: Buffer[], encrypted: boolean): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [i, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    offsets.push(at)
    at += part.length
    parts.push(part)
  }
  const secret = 'ab'.repeat(32)
  const guard = encrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >> /ID [<00> <00>]`
    : ''
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${guard} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

function font(name: string): Buffer {
  return Buffer.from(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`)
}

function stream(content: Buffer, dictionary: string): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${dictionary} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ])
}

const outsideLatin1: Record<string, number> = {
  '€': 0x80,
  '„': 0x84,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  '’': 0x92,
  '•': 0x95,
}

function command({ text, x = 70, y, size = 11, bold = false, typewriter = false }: PdfLine): string {
  const bytes = [...text].map((letter) => outsideLatin1[letter] ?? letter.codePointAt(0) ?? 63)
  const hex = Buffer.from(bytes).toString('hex')
  return `BT /F${typewriter ? 3 : bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${pageHeight - y} Tm <${hex}> Tj ET`
}
