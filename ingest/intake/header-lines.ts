import type { HeaderLine } from '../parse/header/header-text.ts'
import type { Block, Paper } from '../parse/paper/paper.ts'

/** Blocks in which a letter's head stands, addressees and numbers side by side as a table among them. */
const headBlocks = 20

/** A paper's text line by line, as its header is recognised from it; of a mail that forwards something, what it forwards. */
export function headerLines({ blocks, meta }: Paper): HeaderLine[] {
  const own = meta.mail === null ? blocks : blocks.slice(forwardedFrom(blocks))
  return own.flatMap((block, at) =>
    textsOf(block, at)
      .map((line) => ({ text: line.trim(), page: block.page }))
      .filter((line) => line.text !== ''),
  )
}

function textsOf({ number, text, rows }: Block, at: number): string[] {
  if (rows !== undefined && at < headBlocks) return columns(rows)
  return (number === null ? text : `${number} ${text}`).split('\n')
}

/** Cell by cell, each column from top to bottom: a label's number stands below it or beside it. */
function columns(rows: string[][]): string[] {
  const width = Math.max(...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '')).flat()
}

/** Behind the last `Von: … Gesendet: … Betreff: …` near the beginning, the mail's own head counted; 0 where nothing is forwarded. */
function forwardedFrom(blocks: Block[]): number {
  const head = blocks.slice(0, 30).map(({ text }) => text)
  const from = head.findLastIndex((text) => /^(?:Von|From):\s/m.test(text))
  const subject = head.findIndex((text, at) => at >= from && /^(?:Betreff|Subject):/m.test(text))
  return from <= 1 || subject === -1 ? 0 : subject + 1
}
