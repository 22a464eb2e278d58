import type { HeaderLine } from '../parse/header/header-text.ts'
import type { Paper } from '../parse/paper/paper.ts'

/** A paper's text line by line, as its header is recognised from it. */
export function headerLines({ blocks }: Paper): HeaderLine[] {
  return blocks.flatMap(({ number, text, page }) =>
    (number === null ? text : `${number} ${text}`)
      .split('\n')
      .map((line) => ({ text: line.trim(), page }))
      .filter((line) => line.text !== ''),
  )
}
