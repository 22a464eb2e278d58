import { endsWithAbbreviation } from './abbreviations.ts'

interface Stretch {
  start: number
  end: number
}

/**
 * The sentences of a German legal text as half-open ranges, in order, gap-free apart from white space. Line ends
 * separate sentences unless the sentence visibly reads on. `closed` names stretches in which none ends, in order and
 * disjoint (lists, tables): they belong to the sentence they stand in, which goes on behind them if it reads on.
 */
export function splitSentences(text: string, closed: readonly Stretch[] = []): Stretch[] {
  const sentences: Stretch[] = []
  let start = skipSpace(text, 0)
  for (const end of sentenceEnds(text, closed)) {
    if (end <= start) continue
    sentences.push({ start, end: trimEnd(text, start, end) })
    start = skipSpace(text, end)
  }
  if (start < text.length) sentences.push({ start, end: trimEnd(text, start, text.length) })
  return sentences
}

/** Offsets behind the last character of each sentence but the last. */
function* sentenceEnds(text: string, closed: readonly Stretch[]): Generator<number> {
  const candidates = /[.!?\n„]/g
  let next = 0
  while (candidates.test(text)) {
    const at = candidates.lastIndex - 1
    const character = text[at]
    while (next < closed.length && (closed[next]?.end ?? 0) < at) next += 1
    const around = closed[next]
    if (around !== undefined && around.start <= at && at < around.end) {
      candidates.lastIndex = around.end
      continue
    }
    if (character === '„') {
      const close = closingQuote(text, at)
      if (close === null || close >= (around?.start ?? text.length)) continue
      candidates.lastIndex = close + 1
      if (endsInQuote(text, close)) yield close + 1
    } else if (character === '\n') {
      const following = around?.start === skipSpace(text, at)
      if (!following && endsAtLine(text, at, around?.end === at)) yield at
    } else {
      const ahead = closed[next]?.end === at ? closed[next + 1] : around
      const end = skipClosers(text, at + 1, ahead?.start ?? text.length)
      const opensList = ahead?.start === skipSpace(text, end)
      if (!opensList && endsAtPoint(text, at, end)) yield end
    }
  }
}

/** The quote's end, where it has one before the next quote opens: quoted sentences end no sentence around them. */
function closingQuote(text: string, open: number): number | null {
  for (let i = open + 1; i < text.length; i += 1) {
    const character = text[i]
    if (character === '“' || character === '”') return i
    if (character === '„') return null
  }
  return null
}

function endsInQuote(text: string, close: number): boolean {
  if (!/[.!?]/.test(text[close - 1] ?? '')) return false
  const next = skipSpace(text, close + 1)
  return next > close + 1 && next < text.length && startsSentence(text, next)
}

function endsAtPoint(text: string, at: number, end: number): boolean {
  const next = skipSpace(text, end)
  if (next === end || next >= text.length || text[at + 1] === '.' || text[at - 1] === '.') return false
  return startsSentence(text, next) && (text[at] !== '.' || !endsWithAbbreviation(text, at, next))
}

/** `behindList`: the line ends a list or table. */
function endsAtLine(text: string, at: number, behindList: boolean): boolean {
  const next = skipSpace(text, at)
  if (next >= text.length || /[a-zäöüß,;)]/.test(text[next] ?? '')) return false
  const last = lastWordCharacter(text, at)
  const character = text[last] ?? ''
  if (/[!?]/.test(character)) return true
  if (character === '.') return text[last - 1] === '.' || !endsWithAbbreviation(text, last, next)
  if (/[,;:]/.test(character)) return false
  // A list whose last item has no full stop is in mid-sentence; a table's rows never have one.
  return !behindList || isTableRow(text, at) || text.endsWith('(weggefallen)', at)
}

function isTableRow(text: string, lineEnd: number): boolean {
  return text.slice(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd).includes(' | ')
}

function lastWordCharacter(text: string, end: number): number {
  let at = end - 1
  while (at > 0 && closers.includes(text[at] ?? '')) at -= 1
  return at
}

/** What may stand between a full stop and the white space behind it: quotes, brackets, footnote signs. */
const closers = '“”"»’‘)]*¹²³⁴⁵⁶⁷⁸⁹⁰'

function skipClosers(text: string, from: number, to: number): number {
  let at = from
  while (at < to && closers.includes(text[at] ?? '')) at += 1
  return at
}

function startsSentence(text: string, at: number): boolean {
  return /[\p{Lu}\d„"»‚(§[–•¹²³⁰⁴-⁹]/u.test(text[at] ?? '')
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
  return at
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(text.charCodeAt(at - 1))) at -= 1
  return at
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || /\s/.test(String.fromCharCode(code))
}
