import { joinLines } from './join-lines.ts'
import type { TextMeasure } from './measure-text.ts'
import type { BodyPage } from './page-margins.ts'
import { plainBlock, type Block } from './paper.ts'
import type { TextLine } from './text-line.ts'

/** Word processors also set the note close behind its sign: `1Maßgeblich ist …`. */
const sign = /^(\d{1,3}\)?|[⁰¹²³⁴-⁹]{1,3}⁾?|\*{1,3}\)?)(?:\s+|(?=\p{Lu}|[„"§]))/u

/** A page's lines without its footnotes: smaller lines at its end, the first of which begins with a sign. */
export function footnotesFrom(page: BodyPage, measure: TextMeasure): { lines: TextLine[]; notes: Block[] } {
  const { lines } = page
  let from = lines.length
  while (from > 0 && isSmall(lines[from - 1], measure)) from -= 1
  while (from < lines.length && !sign.test(lines[from]?.text ?? '')) from += 1
  const notes: Block[] = []
  for (const line of lines.slice(from)) {
    const number = sign.exec(line.text)
    const open = notes.at(-1)
    if (number !== null || open === undefined)
      notes.push({
        ...plainBlock('footnote', line.text.slice(number?.[0].length ?? 0)),
        number: number?.[1] ?? null,
        page: page.page,
        printedPage: page.printed,
      })
    else open.text = joinLines(open.text, line.text)
  }
  return { lines: lines.slice(0, from), notes }
}

function isSmall(line: TextLine | undefined, measure: TextMeasure): boolean {
  return line !== undefined && line.size < measure.size * 0.93
}
