import type { CutPassage } from '../../src/law/passage.ts'
import type { Norm, Sentence, Span, Unit } from '../../src/law/document-text.ts'

/** Longer ones are cut where lines or sentences end: about what an embedding model reads at once. */
const charactersMax = 1800

/**
 * The passages of a part of a decision, in order: one for each Randnummer, with the headings before it; where there are
 * none, one for each numbered Leitsatz, else paragraphs together up to the limit. A Randnummer longer than the limit is
 * cut between its paragraphs and sentences. Every character that is not white space lies in exactly one passage.
 */
export function cutRuling(norm: Norm): CutPassage[] {
  const numbered = norm.units.filter(({ kind }) => kind === 'randnummer')
  const pieces = numbered.length > 0 ? byRandnummer(norm.text, numbered) : byNumber(norm)
  return pieces.flatMap((piece) => cutLong(norm, piece))
}

interface Piece extends Span {
  paragraph: string | null
  path: string[]
}

/** What stands before a Randnummer goes with it where it is no more than headings. */
const headingsMost = 300

function byRandnummer(text: string, units: Unit[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, number } of units) {
    const before = { start: at, end: start, paragraph: null, path: [] }
    const short = start - at <= headingsMost
    if (!short) pieces.push(before)
    pieces.push({ start: short ? at : start, end, paragraph: number, path: [] })
    at = end
  }
  return [...pieces, { start: at, end: text.length, paragraph: null, path: [] }]
}

function byNumber({ norm, text, units }: Norm): Piece[] {
  const leading = /leitsatz$|^Orientierungssatz$/i.test(norm ?? '') ? units : []
  const pieces: Piece[] = []
  let at = 0
  // Its number stands in its words; a path would make it an item of a list, which says nothing without its beginning.
  for (const { start, end } of leading) {
    pieces.push({ start: at, end: start, paragraph: null, path: [] }, { start, end, paragraph: null, path: [] })
    at = end
  }
  return [...pieces, { start: at, end: text.length, paragraph: null, path: [] }]
}

function cutLong(norm: Norm, piece: Piece): CutPassage[] {
  const tight = trimmed(norm.text, piece)
  if (tight.end === tight.start) return []
  const inside = norm.sentences.filter(({ start, end }) => start < tight.end && end > tight.start)
  const spans = tight.end - tight.start <= charactersMax ? [tight] : groups(norm.text, tight, inside)
  return spans.map((span) => ({ ...piece, ...span, sentences: clip(inside, span) }))
}

/** Neighbouring lines together up to the limit; of a line beyond it, its sentences. */
function groups(text: string, whole: Span, sentences: Sentence[]): Span[] {
  const spans: Span[] = []
  let start = whole.start
  let end = whole.start
  for (const stop of stops(text, whole, sentences)) {
    if (end > start && stop - start > charactersMax) {
      spans.push(trimmed(text, { start, end }))
      start = end
    }
    end = stop
  }
  spans.push(trimmed(text, { start, end: whole.end }))
  return spans.filter((span) => span.end > span.start)
}

/** Where a passage may end: behind each line, and behind each sentence of a line that is too long by itself. */
function stops(text: string, whole: Span, sentences: Sentence[]): number[] {
  const ends: number[] = []
  for (let at = whole.start; at < whole.end;) {
    const lineEnd = text.indexOf('\n', at)
    const stop = lineEnd === -1 || lineEnd > whole.end ? whole.end : lineEnd
    if (stop - at > charactersMax) ends.push(...sentences.flatMap(({ end }) => (end > at && end < stop ? [end] : [])))
    ends.push(stop)
    at = stop + 1
  }
  return ends
}

function clip(sentences: Sentence[], { start, end }: Span): Sentence[] {
  return sentences
    .filter((sentence) => sentence.start < end && sentence.end > start)
    .map((sentence) => ({ ...sentence, start: Math.max(sentence.start, start), end: Math.min(sentence.end, end) }))
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end)
  const leading = part.length - part.trimStart().length
  return { start: start + leading, end: Math.max(start + leading, start + part.trimEnd().length) }
}
