/** A stretch of a line between wide gaps: the whole line in running text, one cell in a table. Points from the left. */
export interface LineCell {
  text: string
  left: number
  right: number
}

/** A printed line of a page, from a PDF's text layer or from OCR. */
export interface TextLine {
  cells: LineCell[]
  text: string
  left: number
  right: number
  /** Of the baseline, points from the top of the page. */
  bottom: number
  /** Height of the letters, points. */
  size: number
  bold: boolean
}

/** The lines of one page in reading order. */
export interface PageLines {
  /** Counted from 1. */
  page: number
  width: number
  height: number
  lines: TextLine[]
}

/** A piece of text at its place, before pieces are put together to lines. */
export interface TextPiece {
  text: string
  left: number
  right: number
  bottom: number
  size: number
  bold: boolean
}
