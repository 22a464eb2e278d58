import type { CutPassage } from '../../src/law/passage.ts'
import type { Norm, Sentence, Span, Unit } from '../../src/law/document-text.ts'

/** Longer ones are cut, where their structure allows: about what an embedding model reads at once. */
const charactersMax = 1800

/**
 * A norm's passages, in order: one for each Absatz. A long Absatz with Nummern becomes its lead-in, one passage for
 * each Nummer (a long Nummer likewise by its Buchstaben) and what follows them; long text without numbers, such as a
 * table, is cut between lines. A norm without Absätze is treated like one Absatz. Every character that is not white
 * space lies in exactly one passage; a repealed norm without text has none.
 */
export function cutStatute(norm: Norm): CutPassage[] {
  const absaetze = norm.units.filter((unit) => unit.kind === 'absatz')
  const numbered = norm.units.filter((unit) => unit.kind !== 'absatz' && unit.kind !== 'item')
  const pieces: Piece[] = []
  for (const { span, unit } of partition({ start: 0, end: norm.text.length }, absaetze))
    pieces.push(...cutPiece(norm.text, { ...span, paragraph: unit?.number ?? null, path: [] }, numbered))
  return withSentences(pieces, norm.sentences)
}

type Piece = Omit<CutPassage, 'sentences'>

function cutPiece(text: string, piece: Piece, numbered: Unit[]): Piece[] {
  const tight = trimmed(text, piece)
  if (tight.end === tight.start) return []
  if (tight.end - tight.start <= charactersMax) return [{ ...piece, ...tight }]
  const inside = numbered.filter((unit) => unit.start >= tight.start && unit.end <= tight.end && !covers(unit, piece))
  const children = outermost(inside)
  if (children.length === 0) return groupLines(text, { ...piece, ...tight })
  const pieces: Piece[] = []
  for (const { span, unit } of partition(tight, children)) {
    const path = unit === null ? piece.path : [...piece.path, unit.number]
    pieces.push(...cutPiece(text, { ...span, paragraph: piece.paragraph, path }, unit === null ? [] : inside))
  }
  return pieces
}

/** The part a piece was made from lies exactly on it, and must not be cut out of it again. */
function covers(unit: Unit, piece: Span): boolean {
  return unit.start === piece.start && unit.end === piece.end
}

/** Neighbouring lines together up to the limit; a line is never cut. */
function groupLines(text: string, piece: Piece): Piece[] {
  const pieces: Piece[] = []
  let start = piece.start
  let end = piece.start
  for (let at = piece.start; at < piece.end;) {
    const lineEnd = text.indexOf('\n', at)
    const stop = lineEnd === -1 || lineEnd > piece.end ? piece.end : lineEnd
    if (end > start && stop - start > charactersMax) {
      pieces.push({ ...piece, start, end })
      start = at
    }
    end = stop
    at = stop + 1
  }
  pieces.push({ ...piece, start, end })
  return pieces
}

/** The units, and what lies before, between and behind them. */
function* partition(whole: Span, units: Unit[]): Generator<{ span: Span; unit: Unit | null }> {
  let at = whole.start
  for (const unit of units) {
    if (unit.start > at) yield { span: { start: at, end: unit.start }, unit: null }
    yield { span: { start: unit.start, end: unit.end }, unit }
    at = unit.end
  }
  if (at < whole.end) yield { span: { start: at, end: whole.end }, unit: null }
}

function outermost(units: Unit[]): Unit[] {
  const kept: Unit[] = []
  for (const unit of units) if (unit.start >= (kept.at(-1)?.end ?? 0)) kept.push(unit)
  return kept
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end)
  const leading = part.length - part.trimStart().length
  return { start: start + leading, end: Math.max(start + leading, start + part.trimEnd().length) }
}

/** Sentences are clipped to the passage: the Satz of a long list is in each passage cut from it, in part. */
function withSentences(pieces: Piece[], sentences: Sentence[]): CutPassage[] {
  let first = 0
  return pieces.map((piece) => {
    while (first < sentences.length && (sentences[first]?.end ?? 0) <= piece.start) first += 1
    const within: Sentence[] = []
    for (let i = first, next = sentences[i]; next !== undefined && next.start < piece.end; i += 1, next = sentences[i])
      within.push({ ...next, start: Math.max(next.start, piece.start), end: Math.min(next.end, piece.end) })
    return { start: piece.start, end: piece.end, paragraph: piece.paragraph, path: piece.path, sentences: within }
  })
}
