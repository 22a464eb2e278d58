import type { Sentence, Span, Unit } from '../../src/law/document-text.ts'
import { splitSentences } from '../../src/text/split-sentences.ts'
import { absatzMark } from './absatz-units.ts'

interface Structure {
  units: Unit[]
  /** Lists and tables, outermost and nested. */
  closed: Span[]
  satzMarks: { at: number; number: number }[]
  /** Annexes and notices: nobody counts their Sätze, and a list or table can run for pages. */
  byLine: boolean
}

/**
 * The Sätze as lawyers count them: a list or table belongs to the Satz it stands in, words behind it continue that
 * Satz if they read on. Where the law itself prints the numbers of its Sätze, they decide. Outside an Absatz, and if
 * `byLine`, each item of a list and each row of a table counts by itself.
 */
export function normSentences(text: string, structure: Structure): Sentence[] {
  const closed = outermost(structure.closed)
  const sentences: Sentence[] = []
  let unnumbered = 0
  let next = 0
  for (const { start, end, paragraph } of bodies(text, structure.units)) {
    const inside: Span[] = []
    for (let span = closed[next]; span !== undefined && span.start < end; span = closed[next]) {
      inside.push(span)
      next += 1
    }
    const marks = structure.satzMarks.filter((mark) => mark.at >= start && mark.at < end)
    const spans = sentenceSpans(text, { start, end }, inside, marks, structure.byLine && paragraph === null)
    const before = paragraph === null ? unnumbered : 0
    for (const [i, span] of spans.entries())
      sentences.push({ start: span.start, end: span.end, paragraph, number: before + i + 1 })
    if (paragraph === null) unnumbered += spans.length
  }
  return sentences
}

interface Body extends Span {
  paragraph: string | null
}

/** The Absätze without their marks, and what stands between them. */
function bodies(text: string, units: Unit[]): Body[] {
  const found: Body[] = []
  let at = 0
  for (const unit of units) {
    if (unit.kind !== 'absatz') continue
    if (unit.start > at) found.push({ start: at, end: unit.start, paragraph: null })
    absatzMark.lastIndex = unit.start
    const start = absatzMark.test(text) ? absatzMark.lastIndex : unit.start
    found.push({ start: Math.min(start, unit.end), end: unit.end, paragraph: unit.number })
    at = unit.end
  }
  if (at < text.length) found.push({ start: at, end: text.length, paragraph: null })
  return found
}

function sentenceSpans(
  text: string,
  body: Span,
  closed: Span[],
  marks: Structure['satzMarks'],
  byLine: boolean,
): Span[] {
  if (marks.length > 0 && marks.every((mark, i) => mark.number === i + 1) && marks[0]?.at === body.start)
    return marks.map((mark, i) => trimmed(text, mark.at, marks[i + 1]?.at ?? body.end))
  if (!byLine || closed.length === 0) return split(text, body, closed)
  const spans: Span[] = []
  let at = body.start
  for (const part of closed) {
    spans.push(...split(text, { start: at, end: part.start }, []))
    for (const line of lines(text, part)) spans.push(...split(text, line, []))
    at = part.end
  }
  return [...spans, ...split(text, { start: at, end: body.end }, [])]
}

function split(text: string, { start, end }: Span, closed: Span[]): Span[] {
  const shifted = closed.map((span) => ({ start: span.start - start, end: span.end - start }))
  return splitSentences(text.slice(start, end), shifted).map((span) => ({
    start: span.start + start,
    end: span.end + start,
  }))
}

function* lines(text: string, { start, end }: Span): Generator<Span> {
  for (let at = start; at < end;) {
    const lineEnd = text.indexOf('\n', at)
    const stop = lineEnd === -1 || lineEnd > end ? end : lineEnd
    yield { start: at, end: stop }
    at = stop + 1
  }
}

function trimmed(text: string, start: number, end: number): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

/** In order of their starts, without those that lie in another. */
function outermost(spans: Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}
