import type { Evidence } from '../../law/answer.ts'
import { withoutTableMarks } from '../../text/table-cells.ts'

/** A shorter beginning of a sentence may leave out what turns it. */
const shortestCut = 300

/**
 * True for a whole cited sentence, the beginning of a long one, cut after a word with ` …`, and a list-sentence with ` … `
 * in place of whole Nummern. White space may differ: the law's lists stand on lines of their own, a claim on one; and so
 * may the marks of a table's cells.
 */
export function isVerbatim(text: string, evidence: Evidence[]): boolean {
  const words = onOneLine(text)
  const cut = words.endsWith(' …') && words.length > shortestCut ? words.slice(0, -1) : null
  const isOne = evidence.some((piece) => {
    const sentence = onOneLine(piece.text)
    return sentence !== '' && (sentence === words || (cut !== null && sentence.startsWith(cut)))
  })
  return isOne || isListExcerpt(words, evidence)
}

/** The lines of one Satz, in its order, from its first on; what is left out are whole lines, and `…` says so. */
function isListExcerpt(words: string, evidence: Evidence[]): boolean {
  const pieces = evidence.toSorted((a, b) => a.span.start - b.span.start)
  const [first] = pieces
  if (!first || !pieces.every((piece) => isSameSentence(piece, first))) return false
  const lines = pieces.flatMap(linesOf)
  let at = 0
  for (const [place, fragment] of words
    .split(/ …(?: |$)/)
    .filter(Boolean)
    .entries()) {
    const end = place === 0 ? endOf(fragment, lines, 0) : laterEndOf(fragment, lines, at)
    if (end === null) return false
    at = end
  }
  const isWhole = words.endsWith(' …') || /[.;!?)“"]$/.test(words)
  return at > 1 && isWhole
}

interface Line {
  text: string
  /** Nothing stands between it and the line before. */
  follows: boolean
}

function linesOf({ text, span }: Evidence, place: number, pieces: Evidence[]): Line[] {
  const before = pieces[place - 1]
  const lines = text.split('\n').map(onOneLine).filter(Boolean)
  return lines.map((line, at) => ({
    text: line,
    follows: at > 0 || (before !== undefined && span.start - before.span.end <= 1),
  }))
}

/** The line after the last of those that, from `from` on, make up the fragment; null where they do not. */
function endOf(fragment: string, lines: Line[], from: number): number | null {
  let text = ''
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as Line
    if (at > from && !line.follows) return null
    text = at === from ? line.text : `${text} ${line.text}`
    if (text === fragment) return at + 1
    if (!fragment.startsWith(text)) return null
  }
  return null
}

function laterEndOf(fragment: string, lines: Line[], from: number): number | null {
  for (let at = from; at < lines.length; at += 1) {
    const end = endOf(fragment, lines, at)
    if (end !== null) return end
  }
  return null
}

function isSameSentence({ passage, sentence }: Evidence, other: Evidence): boolean {
  const { normSha256, normKey, paragraph } = other.passage
  return (
    sentence === other.sentence &&
    passage.normSha256 === normSha256 &&
    passage.normKey === normKey &&
    passage.paragraph === paragraph
  )
}

function onOneLine(text: string): string {
  return withoutTableMarks(text).replace(/\s+/g, ' ').trim()
}
