import { joinLines } from './join-lines.ts'
import type { BodyPage } from './page-margins.ts'
import type { PageTurn } from './paper.ts'
import type { TextLine } from './text-line.ts'

/** A paragraph in the making. */
export interface OpenParagraph {
  text: string
  lines: number
  left: number
  last: TextLine
  bold: boolean
  size: number
  firstPage: number
  firstPrinted: string | null
  /** The page of the last line. */
  page: number
  turns: PageTurn[]
}

export function openParagraph(line: TextLine, page: BodyPage): OpenParagraph {
  return {
    text: line.text,
    lines: 1,
    left: line.left,
    last: line,
    bold: line.bold,
    size: line.size,
    firstPage: page.page,
    firstPrinted: page.printed,
    page: page.page,
    turns: [],
  }
}

/** Where the line is on another page, that page begins with its first letter, in the middle of a word if need be. */
export function addLine(open: OpenParagraph, line: TextLine, page: BodyPage): void {
  const joined = joinLines(open.text, line.text)
  if (page.page !== open.page) {
    const behind = joined.length - line.text.trimStart().length
    open.turns.push({ at: behind, page: page.page, printedPage: page.printed })
  }
  open.text = joined
  open.page = page.page
  open.lines += 1
  open.left = Math.min(open.left, line.left)
  open.bold &&= line.bold
  open.last = line
}

export function endsSentence(text: string): boolean {
  return /[.:!?…][“"»)]?[⁰¹²³⁴-⁹]*$/.test(text)
}
