import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDocx, paragraph } from './office/make-docx.ts'
import { makeMail } from './office/make-mail.ts'
import { makePdf } from './office/make-pdf.ts'

/**
 * Writes invented decrees of a town into a folder, of each format an office has: every fourth repeals the one before it,
 * every seventh is a mail that brings the text once more, as Markdown.
 */
export function writePapers(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true })
  for (let paper = 0; paper < count; paper += 1) {
    const lines = linesOf(paper)
    const name = join(folder, `erlass-${paper}`)
    if (paper % 7 === 0) {
      const attached = [{ name: 'erlass.md', bytes: lines.join('\n\n') }]
      writeFileSync(`${name}.eml`, makeMail(`Erlass ${paper}`, lines.join('\n\n'), attached))
    } else if (paper % 3 === 0)
      writeFileSync(`${name}.pdf`, makePdf([lines.map((text, at) => ({ text, y: 70 + 30 * at }))]))
    else if (paper % 3 === 1)
      writeFileSync(`${name}.docx`, makeDocx({ body: lines.map((text) => paragraph(text)).join('') }))
    else writeFileSync(`${name}.txt`, lines.join('\n\n'))
  }
}

function linesOf(paper: number): string[] {
  return [
    'Musterministerium des Innern',
    `Az.: 14-39.06-${paper}`,
    `Musterstadt, den ${dayOf(paper)}`,
    'Erlass',
    `Betreff: Gebühr der Musterkarte ${paper}`,
    `1 Zuständigkeit`,
    `Zuständig für die Musterkarte ${paper} ist das Musteramt ${paper % 5}, das binnen ${paper + 3} Tagen entscheidet.`,
    `2 Gebühr`,
    `Die Gebühr beträgt ${paper + 20} Euro; sie ist in Musterstadt ${paper % 11} zu zahlen.`,
    ...(paper % 4 === 0 && paper > 0
      ? [`Der Erlass vom ${dayOf(paper - 1)} – 14-39.06-${paper - 1} wird aufgehoben.`]
      : []),
    'Im Auftrag Muster',
  ]
}

function dayOf(paper: number): string {
  const day = new Date(Date.UTC(2020, 0, 1 + paper)).toISOString().slice(0, 10)
  return day.split('-').toReversed().join('.')
}
