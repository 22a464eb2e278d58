import { expect, test } from 'vitest'
import { makePdf, type PdfLine } from '../../../tests/office/make-pdf.ts'
import { describeWithOcr, scanOf } from '../../../tests/office/ocr-tools.ts'
import { readPaper } from './read-paper.ts'

const words = [
  'Musterministerium für erfundene Angelegenheiten',
  'Aktenzeichen 12-3.4/5 vom 5. März 2024',
  'Die Musterkarte wird nach § 8 Abs. 2 MusterG auf Antrag erteilt, wenn die',
  'Aufenthaltszeit nachgewiesen ist. Die Gebühr beträgt 60 Euro, für Schüler-',
  'innen über 16 Jahre 20 Euro. Die Behörde prüft, ob der Lebensunterhalt ge-',
  'sichert ist; die Frist beträgt drei Monate.',
]
const page: PdfLine[] = words.map((text, i) => ({ text, y: 100 + i * 22, size: 10.5, typewriter: true }))
const meant = [
  'Musterministerium für erfundene Angelegenheiten',
  'Aktenzeichen 12-3.4/5 vom 5. März 2024',
  'Die Musterkarte wird nach § 8 Abs. 2 MusterG auf Antrag erteilt, wenn die Aufenthaltszeit nachgewiesen ist. Die Gebühr beträgt 60 Euro, für Schülerinnen über 16 Jahre 20 Euro. Die Behörde prüft, ob der Lebensunterhalt gesichert ist; die Frist beträgt drei Monate.',
].join(' ')

/** Share of the words meant that were read, letter by letter. */
async function shareRead(pdf: Buffer): Promise<{ share: number; notes: string }> {
  const paper = await readPaper(pdf, 'scan.pdf')
  const read = new Set(paper.blocks.flatMap((block) => `${block.number ?? ''} ${block.text}`.split(/\s+/)))
  const all = meant.split(' ')
  return { share: all.filter((word) => read.has(word)).length / all.length, notes: paper.notes.join(' ') }
}

describeWithOcr('a scanned page', () => {
  test('is read in German, 95 of 100 words letter by letter, and the reader is told so', async () => {
    const { share, notes } = await shareRead(scanOf(makePdf([page])))
    expect(share).toBeGreaterThanOrEqual(0.95)
    expect(notes).toMatch(/Texterkennung \(OCR\) auf Seite 1.*prüfen/)
  })

  test('that lies upside down is turned and read as well', async () => {
    const { share, notes } = await shareRead(scanOf(makePdf([page]), true))
    expect(share).toBeGreaterThanOrEqual(0.95)
    expect(notes).toMatch(/gedreht: Seite 1/)
  })

  test('without anything on it says that there is no text', async () => {
    await expect(readPaper(scanOf(makePdf([[]])), 'leer.pdf')).rejects.toThrow(
      /kein Text, auch nicht als lesbarer Scan/,
    )
  })
})
