import { describe, expect, test } from 'vitest'
import { makePdf, type PdfLine } from '../../../tests/office/make-pdf.ts'
import type { Block } from './paper.ts'
import { readPaper } from './read-paper.ts'

/** Lines below each other, as a word processor sets them. */
function running(lines: string[], from = 150): PdfLine[] {
  return lines.map((text, i) => ({ text, y: from + i * 14 }))
}

const show = (blocks: Block[]) =>
  blocks.map(({ kind, number, text }) => [kind, number, text].filter(Boolean).join(' | '))
const read = async (pages: PdfLine[][]) => (await readPaper(makePdf(pages), 'muster.pdf')).blocks

describe('the head of a letter', () => {
  const letter: PdfLine[] = [
    ...running(['Musterministerium für Musterwesen', 'des Landes Musterland', '40000 Musterstadt'], 80),
    ...running(
      [
        'An die Bezirksregierungen',
        'Musterstadt und Beispielhausen',
        'An die Ausländerbehörden',
        'nachrichtlich: Mustertag',
      ],
      150,
    ),
    ...running(['Aktenzeichen 51-26.02-12/2024', 'Bearbeitung: Frau Muster', 'Telefon 0211 0000-12'], 230),
    ...running(
      ['Betreff: Anwendung der Musterduldung', 'hier: Beschäftigungszeiten', 'Bezug: Erlass vom 3. März 2022'],
      300,
    ),
    ...running(
      [
        'Zur einheitlichen Anwendung der Musterduldung gebe ich die folgenden Hinweise, die für alle',
        'Behörden des Landes gelten und die den genannten Erlass vom 3. März 2022 insgesamt ersetzen.',
        'Die Behörden hören die Betroffenen an, bevor sie eine Musterduldung mit Wirkung für die Zu-',
        'kunft widerrufen.',
      ],
      360,
    ),
  ]

  test('is read line by line, as it was written, and the text below it in paragraphs', async () => {
    const texts = (await read([letter])).map(({ text }) => text)
    expect(texts).toEqual([
      ...letter.slice(0, 13).map(({ text }) => text),
      expect.stringMatching(
        /^Zur einheitlichen .* ersetzen\. Die Behörden .* mit Wirkung für die Zukunft widerrufen\.$/,
      ),
    ])
  })
})

test('a footnote that stands close behind its sign is a footnote', async () => {
  const blocks = await read([
    [
      ...running([
        'Die Musterduldung wird erteilt, wenn die Person seit zwölf Monaten beschäftigt ist und dies nachweist.',
      ]),
      { text: '1Maßgeblich ist der Tag des Antrags.', y: 760, size: 9 },
      { text: '2§ 3 der Musterordnung.', y: 772, size: 9 },
    ],
  ])
  expect(show(blocks).slice(1)).toEqual([
    'footnote | 1 | Maßgeblich ist der Tag des Antrags.',
    'footnote | 2 | § 3 der Musterordnung.',
  ])
})
