import { gatherLines } from './gather-lines.ts'
import { mendParagraphSigns } from './mend-paragraph-signs.ts'
import type { TextLine, TextPiece } from './text-line.ts'

export interface RecognisedText {
  lines: TextLine[]
  /** Mean certainty of the words, 0 to 100. */
  confidence: number
  words: number
}

interface Word {
  line: string
  left: number
  top: number
  width: number
  height: number
  confidence: number
  text: string
}

/** Below it what has no letters, or stands in a line nobody could read, is a speck or a piece of a stamp. */
const confidenceMin = 20

/** Lines from tesseract's TSV (level 5: words, pixels). `scale` makes points of pixels. */
export function readTsvLines(tsv: string, scale: number): RecognisedText {
  const words = tsv
    .split('\n')
    .slice(1)
    .map(readWord)
    .filter((word) => word !== null)
  const sure = keptWords(words)
  const groups = new Map<string, Word[]>()
  for (const word of sure) groups.set(word.line, [...(groups.get(word.line) ?? []), word])
  const heights = [...groups.values()].map(lineHeight)
  const usual = median(heights)
  const pieces = [...groups.values()].flatMap((line) => piecesOf(line, usual, scale))
  const width = Math.max(0, ...pieces.map((piece) => piece.right))
  return {
    lines: gatherLines(pieces, width).map(mended),
    confidence: words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length,
    words: sure.length,
  }
}

/** A word that is hard to read is kept where its line is not: a sentence without its verb says something else. */
function keptWords(words: Word[]): Word[] {
  const isSure = ({ confidence }: Word) => confidence >= confidenceMin
  const sureLines = new Map<string, number>()
  for (const word of words) sureLines.set(word.line, (sureLines.get(word.line) ?? 0) + (isSure(word) ? 1 : -1))
  return words.filter((word) => isSure(word) || (/\p{L}{2}/u.test(word.text) && (sureLines.get(word.line) ?? 0) > 0))
}

function mended(line: TextLine): TextLine {
  const cells = line.cells.map((cell) => ({ ...cell, text: mendParagraphSigns(cell.text) }))
  return { ...line, cells, text: cells.map((cell) => cell.text).join(' ') }
}

function readWord(row: string): Word | null {
  const [level, , block, paragraph, line, , left, top, width, height, confidence, text] = row.split('\t')
  if (level !== '5' || text === undefined || text.trim() === '') return null
  return {
    line: `${block} ${paragraph} ${line}`,
    left: Number(left),
    top: Number(top),
    width: Number(width),
    height: Number(height),
    confidence: Number(confidence),
    text: text.trim(),
  }
}

/** Heights differ with the letters (a line without g and p is lower); what is near the usual counts as usual. */
function piecesOf(line: Word[], usual: number, scale: number): TextPiece[] {
  const own = lineHeight(line)
  const height = Math.abs(own - usual) < usual * 0.4 ? usual : own
  const bottom = median(line.map((word) => word.top + word.height))
  return line.map((word) => ({
    text: word.text,
    left: word.left * scale,
    right: (word.left + word.width) * scale,
    bottom: bottom * scale,
    size: height * scale,
    bold: false,
  }))
}

function lineHeight(line: Word[]): number {
  return median(line.map((word) => word.height))
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
