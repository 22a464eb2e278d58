import type { LineCell, TextLine } from './text-line.ts'

/** What stands in the block at a letter's right: whom to ask, under which number, on which day. */
const cue =
  /^(?:Az|Aktenzeichen|Geschäftszeichen|(?:Mein|Unser) Zeichen|Datum|Telefon|Tel\.|Fax|Telefax|E-Mail|Bearbeit|Auskunft|Zimmer|Raum|Seite \d|\d{1,2}\. ?(?:\p{L}+|\d{1,2}\.) ?\d{4}$)/u
const longestHead = 45

/**
 * The first page of a letter with the block at its right read behind what stands at its left, line by line: side by side
 * they would be a table of addresses and numbers. Other pages come back as they are.
 */
export function letterColumns(lines: TextLine[], width: number): TextLine[] {
  const text = lines.findIndex(({ cells, left, right }) => cells.length === 1 && right - left > width * 0.6)
  const head = lines.slice(0, text === -1 ? longestHead : Math.min(text, longestHead))
  const edge = rightBlock(head, width)
  if (edge === null) return lines
  const at = head.map(({ cells }) => cells.some(({ left }) => isBeside(left, edge)))
  const [from, to] = [at.indexOf(true), at.lastIndexOf(true) + 1]
  const beside = head.slice(from, to)
  return [
    ...lines.slice(0, from),
    ...beside.flatMap((line) => part(line, ({ left }) => !isBeside(left, edge))),
    ...beside.flatMap((line) => part(line, ({ left }) => isBeside(left, edge))),
    ...lines.slice(to),
  ]
}

/** Where the block begins, points from the left; null where there is none. */
function rightBlock(head: TextLine[], width: number): number | null {
  const cells = head.flatMap((line) => line.cells.filter(({ left }) => left > width * 0.55))
  const block = cells.map(({ left }) => cells.filter((cell) => Math.abs(cell.left - left) < 9))
  const longest = block.toSorted((a, b) => b.length - a.length)[0] ?? []
  if (longest.length < 3 || longest.filter(({ text }) => cue.test(text)).length < 2) return null
  return Math.min(...longest.map(({ left }) => left))
}

function isBeside(left: number, edge: number): boolean {
  return left > edge - 2
}

function part(line: TextLine, isMine: (cell: LineCell) => boolean): TextLine[] {
  const cells = line.cells.filter(isMine)
  if (cells.length === 0) return []
  return [
    {
      ...line,
      cells,
      text: cells.map(({ text }) => text).join(' '),
      left: Math.min(...cells.map(({ left }) => left)),
      right: Math.max(...cells.map(({ right }) => right)),
    },
  ]
}
