import { joinSpacedLetters } from './join-spaced-letters.ts'
import { superscript } from './superscript.ts'
import type { LineCell, TextLine, TextPiece } from './text-line.ts'

/**
 * A page's lines from its pieces of text: pieces on one baseline, left to right; a wide gap starts a new cell. Where
 * the page is set in two columns, the left one comes first.
 */
export function gatherLines(pieces: TextPiece[], pageWidth: number): TextLine[] {
  const filled = pieces.filter((piece) => piece.text.trim() !== '' && piece.size > 0)
  const gutter = findGutter(filled, pageWidth)
  if (gutter === null) return linesOf(filled)
  return inColumns(linesOf(filled.filter((piece) => crosses(piece, gutter))), filled, gutter)
}

/** Lines across both columns divide the page into bands; in each the left column is read before the right. */
function inColumns(across: TextLine[], pieces: TextPiece[], gutter: number): TextLine[] {
  const columns = pieces.filter((piece) => !crosses(piece, gutter))
  const left = linesOf(columns.filter((piece) => piece.right <= gutter))
  const right = linesOf(columns.filter((piece) => piece.right > gutter))
  const lines: TextLine[] = []
  let above = Number.NEGATIVE_INFINITY
  for (const end of [...across.map((line) => line.bottom), Number.POSITIVE_INFINITY]) {
    const inBand = (line: TextLine) => line.bottom > above && line.bottom <= end
    lines.push(...left.filter(inBand), ...right.filter(inBand))
    lines.push(...across.filter((line) => line.bottom === end))
    above = end
  }
  return lines
}

function crosses(piece: TextPiece, gutter: number): boolean {
  return piece.left < gutter - 2 && piece.right > gutter + 2
}

/** The x between two columns of running text; null on an ordinary page. Tables have short cells and do not count. */
function findGutter(pieces: TextPiece[], pageWidth: number): number | null {
  if (pieces.length < 24) return null
  for (let x = pageWidth * 0.42; x <= pageWidth * 0.58; x += 3) {
    const across = pieces.filter((piece) => crosses(piece, x)).length
    if (across > pieces.length * 0.12) continue
    const wide = (side: TextPiece[]) => side.filter((piece) => piece.right - piece.left > pageWidth * 0.26).length
    const left = pieces.filter((piece) => piece.right <= x)
    const right = pieces.filter((piece) => piece.left >= x)
    if (wide(left) >= 10 && wide(right) >= 10) return x
  }
  return null
}

function linesOf(pieces: TextPiece[]): TextLine[] {
  const rows: TextPiece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const row = rows.at(-1)
    if (row !== undefined && sameLine(row, piece)) row.push(piece)
    else rows.push([piece])
  }
  return rows.map(toLine).toSorted((a, b) => a.bottom - b.bottom)
}

/** A raised footnote sign stands up to half a letter above or below the line it belongs to. */
function sameLine(row: TextPiece[], piece: TextPiece): boolean {
  const main = largest(row)
  const small = Math.min(main.size, piece.size) < Math.max(main.size, piece.size) * 0.8
  return Math.abs(piece.bottom - main.bottom) < Math.max(main.size, piece.size) * (small ? 0.55 : 0.35)
}

function largest(row: TextPiece[]): TextPiece {
  return row.reduce((best, piece) => (piece.size > best.size ? piece : best))
}

function toLine(row: TextPiece[]): TextLine {
  const main = largest(row)
  const pieces = row.toSorted((a, b) => a.left - b.left)
  const cells: LineCell[] = []
  for (const piece of pieces) {
    const text = raised(piece, main) ? superscript(piece.text) : piece.text
    const cell = cells.at(-1)
    if (cell === undefined || piece.left - cell.right > main.size * 2.2)
      cells.push({ text, left: piece.left, right: piece.right })
    else {
      const gap = !raised(piece, main) && piece.left - cell.right > main.size * 0.16
      cell.text += gap && !/\s$/.test(cell.text) && !/^\s/.test(text) ? ` ${text}` : text
      cell.right = Math.max(cell.right, piece.right)
    }
  }
  for (const cell of cells) cell.text = joinSpacedLetters(cell.text.replaceAll(/\s+/g, ' ').trim())
  return {
    cells,
    text: cells.map((cell) => cell.text).join(' '),
    left: Math.min(...pieces.map((piece) => piece.left)),
    right: Math.max(...pieces.map((piece) => piece.right)),
    bottom: main.bottom,
    size: main.size,
    bold: lengthOf(pieces.filter((piece) => piece.bold)) >= lengthOf(pieces) * 0.9,
  }
}

function lengthOf(pieces: TextPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.trim().length, 0)
}

function raised(piece: TextPiece, main: TextPiece): boolean {
  return (
    piece.size < main.size * 0.8 &&
    piece.bottom < main.bottom - main.size * 0.15 &&
    /^\s*\d{1,3}\)?\s*$/.test(piece.text)
  )
}
